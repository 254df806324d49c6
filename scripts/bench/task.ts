import { task } from "hardhat/config";

/** `npx hardhat bench [--json FILE]`. */
export const benchTask = task("bench", "Measures the gas of whole transactions against the ceilings")
  .addOption({ name: "json", description: "Also write { operation: gas } to this file", defaultValue: "" })
  .setAction(() => import("./action.ts"))
  .build();
