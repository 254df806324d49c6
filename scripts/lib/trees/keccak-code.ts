/** The permutation Keccak-f[1600] as a WebAssembly module: 64-bit words, which JavaScript has not. Source: FIPS 202 section 3.2. */

const LANES = 25;
const ROUNDS = 24;
const WORD = 8;
/** Bytes of the state, which the module keeps at the start of its memory. */
export const STATE_BYTES = LANES * WORD;
/** Where the module reads the constants of the rounds. */
export const CONSTANTS_AT = 256;

const I32 = 0x7f;
const I64 = 0x7e;
const XOR = 0x85;
const ROTL = 0x89;
const END = 0x0b;

/** Locals: the state, the state after rho and pi, the column parities, then the address of the next constant. */
const lane = (x: number, y: number): number => (x % 5) + 5 * (y % 5);
const MOVED = LANES;
const PARITY = 2 * LANES;
const AT = 2 * LANES + 5;

const unsigned = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
const signed = (value: number): number[] => {
  const rest = value >> 7;
  const low = value & 0x7f;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
};
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const section = (id: number, ...items: readonly number[][]): number[] => [
  id,
  ...sized([...unsigned(items.length), ...items.flat()]),
];
const name = (text: string): number[] => sized([...Buffer.from(text)]);

const get = (local: number): number[] => [0x20, ...unsigned(local)];
const set = (local: number): number[] => [0x21, ...unsigned(local)];
const word = (value: number): number[] => [0x42, ...signed(value)];
const int = (value: number): number[] => [0x41, ...signed(value)];
const load = (offset: number): number[] => [0x29, 3, ...unsigned(offset)];
const store = (offset: number): number[] => [0x37, 3, ...unsigned(offset)];

/** Rotations of rho by lane: (t + 1)(t + 2) / 2 along the walk of the specification. */
function rotations(): number[] {
  const by = new Array<number>(LANES).fill(0);
  let [x, y] = [1, 0];
  for (let t = 0; t < ROUNDS; t += 1) {
    by[lane(x, y)] = (((t + 1) * (t + 2)) / 2) % 64;
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  return by;
}

function round(): number[] {
  const code: number[] = [];
  const add = (...parts: readonly number[][]): void => {
    for (const part of parts) code.push(...part);
  };
  const each = (act: (x: number, y: number) => void): void => {
    for (let y = 0; y < 5; y += 1) for (let x = 0; x < 5; x += 1) act(x, y);
  };
  for (let x = 0; x < 5; x += 1) {
    add(get(lane(x, 0)));
    for (let y = 1; y < 5; y += 1) add(get(lane(x, y)), [XOR]);
    add(set(PARITY + x));
  }
  const by = rotations();
  each((x, y) => {
    add(get(lane(x, y)), get(PARITY + ((x + 4) % 5)), [XOR]);
    add(get(PARITY + ((x + 1) % 5)), word(1), [ROTL, XOR]);
    add(word(by[lane(x, y)] ?? 0), [ROTL], set(MOVED + lane(y, 2 * x + 3 * y)));
  });
  each((x, y) => {
    add(get(MOVED + lane(x + 1, y)), word(-1), [XOR], get(MOVED + lane(x + 2, y)), [0x83]);
    add(get(MOVED + lane(x, y)), [XOR], set(lane(x, y)));
  });
  add(get(0), get(AT), load(0), [XOR], set(0));
  return code;
}

/**
 * The module: exports `memory` and `permute`, which permutes the state at address 0.
 *
 * @example new WebAssembly.Module(keccakCode());
 */
export function keccakCode(): Uint8Array<ArrayBuffer> {
  const lanes = Array.from({ length: LANES }, (_, index) => index);
  const body = [
    ...[2, ...unsigned(AT), I64, 1, I32],
    ...lanes.flatMap((index) => [...int(0), ...load(index * WORD), ...set(index)]),
    ...[...int(CONSTANTS_AT), ...set(AT)],
    ...[0x03, 0x40, ...round()],
    ...[...get(AT), ...int(WORD), 0x6a, 0x22, ...unsigned(AT)],
    ...[...int(CONSTANTS_AT + ROUNDS * WORD), 0x47, 0x0d, 0, END],
    ...lanes.flatMap((index) => [...int(0), ...get(index), ...store(index * WORD)]),
    END,
  ];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [0x60, 0, 0]),
    ...section(3, [0]),
    ...section(5, [0, 1]),
    ...section(7, [...name("memory"), 2, 0], [...name("permute"), 0, 0]),
    ...section(10, sized(body)),
  ]);
}
