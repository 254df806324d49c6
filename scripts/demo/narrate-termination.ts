import type { Narrator } from "./narrate-parts.ts";

/** How the end of a contract before its schedule is told. */
export const narrateTermination: Readonly<Record<string, Narrator>> = {
  TerminationAgreed: (_, { say }) => say("terminationAgreed", {}),
  TerminationNoticed: ({ cause }, { say, entity, file }) =>
    say("terminationNoticed", { buyer: entity(file.organismo.nombre), cause: cause as bigint }),
  TerminationDefended: (_, { say, entity, file }) => say("fineDefended", { supplier: entity(file.proveedor.nombre) }),
  TerminationDecided: ({ upheld, forfeit }, { say, entity, file }) => {
    const buyer = entity(file.organismo.nombre);
    return upheld === true
      ? say("terminationDecided", { buyer, forfeit: forfeit as bigint })
      : say("terminationDropped", { buyer });
  },
  TerminationAppealed: (_, { say, entity, file }) => say("appealed", { supplier: entity(file.proveedor.nombre) }),
  TerminationReviewed: ({ upheld, forfeit }, { say }) =>
    upheld === true ? say("terminationConfirmed", { forfeit: forfeit as bigint }) : say("terminationAnnulled", {}),
  TerminationClosed: ({ terminated }, { say }) => say(terminated === true ? "terminated" : "terminationEnds", {}),
};
