/**
 * Root hooks of the mocha processes: a failure is sent to the process that reports it as JSON, which knows no bigint, so that a comparison
 * of bigints would come through as an error of the sending. Between the tests of a file and the next one's a bigint is written as text;
 * while tests run nothing is changed, and what they run fails on a bigint in JSON as it does elsewhere.
 */
export const mochaHooks = {
  beforeAll(): void {
    Reflect.deleteProperty(BigInt.prototype, "toJSON");
  },
  afterAll(): void {
    Object.defineProperty(BigInt.prototype, "toJSON", {
      configurable: true,
      value(this: bigint): string {
        return `${this.toString()}n`;
      },
    });
  },
};
