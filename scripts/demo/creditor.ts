import { castOf, SUPPLIER } from "./cast.ts";
import type { DemoFile } from "./demo-file.ts";

/** `Dispute.Topic`. */
export const TOPICS = { delivery: 0n, certificate: 1n, finalAcceptance: 4n, bond: 5n } as const;

/** Whether what is disputed is a part of a milestone, which may have been assigned. */
const isOfMilestone = (topic: bigint): boolean => topic < TOPICS.finalAcceptance;

/**
 * Who speaks for the supplier's side of a dispute: whoever its share would be paid to.
 *
 * @param index of the milestone, from 0
 * @returns its name in the file and in the cast
 * @example creditorOf(file, 3, TOPICS.delivery).nombre;
 */
export function creditorOf(file: DemoFile, index: number, topic: bigint): { nombre: string; name: string } {
  const story = file.historia?.hitos.find(({ hito }) => hito === index + 1);
  if (!isOfMilestone(topic) || !story?.cesion) return { nombre: file.proveedor.nombre, name: SUPPLIER };
  const { nombre } = story.cesion;
  return { nombre, name: castOf(file, nombre) };
}
