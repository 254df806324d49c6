import type { TaskDefinition } from "hardhat/types/tasks";

import { benchTask } from "../bench/task.ts";
import { demoTask } from "../demo/task.ts";
import { officeTasks } from "./offices.ts";

/** Every command of `npx hardhat`: declared as data, each action imported when it runs. */
export const tasks: TaskDefinition[] = [benchTask, demoTask, ...officeTasks];
