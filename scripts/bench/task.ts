import { task } from "hardhat/config";

/** `npx hardhat bench [--json FILE] [--lang es|en]`. */
export const benchTask = task("bench", "Measures the gas of whole transactions against the ceilings")
  .addOption({ name: "json", description: "Also write { operation: gas } to this file", defaultValue: "" })
  .addOption({ name: "lang", description: "Language of what is said: es or en", defaultValue: "es" })
  .setAction(() => import("./action.ts"))
  .build();
