const BYTES = 32;

/**
 * The rows of a list of 32-byte keys in the ascending order of the keys, equal ones in the order of their rows.
 *
 * @param keys 32 bytes a row
 * @example rowsByKey(keys)[0]; // the row of the smallest key
 */
export function rowsByKey(keys: Uint8Array): Uint32Array {
  const view = new DataView(keys.buffer, keys.byteOffset, keys.byteLength);
  const count = keys.length / BYTES;
  // The first 48 bits decide almost always, and fit a number exactly.
  const head = Float64Array.from({ length: count }, (_, row) => {
    return view.getUint32(row * BYTES) * 0x1_0000 + view.getUint16(row * BYTES + 4);
  });
  const rest = (left: number, right: number): number => {
    for (let at = 6; at < BYTES; at += 1) {
      const difference = view.getUint8(left * BYTES + at) - view.getUint8(right * BYTES + at);
      if (difference !== 0) return difference;
    }
    return left - right;
  };
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  return rows.sort((left, right) => (head[left] ?? 0) - (head[right] ?? 0) || rest(left, right));
}
