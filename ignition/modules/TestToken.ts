import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** A peso token that anyone may mint, for local chains only: whole pesos, no decimals. */
export default buildModule("TestToken", (m) => {
  const token = m.contract("MockClp", [0]);
  return { token };
});
