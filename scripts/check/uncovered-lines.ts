/**
 * Lists the lines of a coverage report that no test reached. A line counts as reached only if every statement that
 * touches it was, so that an empty list means every line and every statement.
 *
 * @param lcov The report in lcov's format, as `hardhat test --coverage` writes it to `coverage/lcov.info`.
 * @returns One entry `file:line` for each line with a count of zero.
 * @throws Error if the report names no file, which no complete run leaves behind.
 *
 * @example
 * uncoveredLines("SF:contracts/A.sol\nDA:7,0\nend_of_record\n"); // ["contracts/A.sol:7"]
 */
export function uncoveredLines(lcov: string): string[] {
  let file: string | undefined;
  const uncovered: string[] = [];
  for (const record of lcov.split("\n")) {
    const [kind = "", value = ""] = record.split(/:(.*)/);
    if (kind === "SF") file = value;
    if (kind !== "DA" || file === undefined) continue;
    const [line = "", count = ""] = value.split(",");
    if (Number(count) === 0) uncovered.push(`${file}:${line}`);
  }
  if (file === undefined) throw new Error("The coverage report names no file.");
  return uncovered;
}
