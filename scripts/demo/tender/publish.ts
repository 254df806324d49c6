import { documentDigest } from "../../lib/documents/document.ts";
import type { Text } from "../../lib/lang.ts";
import { formatPercent } from "../../lib/units/basis-points.ts";
import { castOf } from "../cast.ts";
import { dayOf } from "../narrate-parts.ts";
import { BUYER, perform } from "../play.ts";
import type { Bidding } from "./bidding.ts";

const KINDS: Readonly<Record<string, Text>> = {
  precio: { es: "precio", en: "price" },
  tecnico: { es: "técnico", en: "technical" },
  declarado: { es: "declarado", en: "declared" },
  social: { es: "social", en: "social" },
  local: { es: "local", en: "local" },
  pyme: { es: "menor tamaño", en: "small firm" },
};

/**
 * Plans the publication of the terms, and the enquiry and its answer.
 *
 * @example planPublication(bidding);
 */
export function planPublication(bidding: Bidding): void {
  const { file } = bidding;
  const { publicacion, consulta } = file.licitacion;
  bidding.play.agenda.add(publicacion, () => publish(bidding));
  if (consulta) planEnquiry(bidding, consulta);
}

async function publish({ play, file, terms }: Bidding): Promise<void> {
  const { stage, cast, say, paragraph, entity } = play;
  const { call, timetable, rules } = terms;
  await perform(play, (overrides) => stage.contracts.publication.connect(cast.of(BUYER)).publish(terms, overrides));
  const { budget, technicalRound, priceRound } = call;
  const [technicalFrom, pricesFrom] = [dayOf(timetable.technicalFrom), dayOf(timetable.pricesFrom)];
  const list = (lang: keyof Text): string =>
    file.licitacion.evaluacion.criterios
      .map(
        ({ tipo, nombre, ponderacion }) =>
          `${nombre} (${KINDS[tipo]?.[lang] ?? ""}) ${formatPercent(ponderacion, lang)}`,
      )
      .join(", ");
  paragraph.push(
    say("published", { buyer: entity(file.organismo.nombre), budget, closes: dayOf(timetable.closesAt) }),
    say("criteria", { list: { es: list("es"), en: list("en") }, low: rules.abnormallyLow }),
    say("rounds", { technicalRound, technicalFrom, priceRound, pricesFrom }),
  );
}

const digestOf = (text: string): string => documentDigest(new TextEncoder().encode(text));

type Enquiry = NonNullable<Bidding["file"]["licitacion"]["consulta"]>;

function planEnquiry({ play, file, id }: Bidding, enquiry: Enquiry): void {
  const { agenda, stage, cast, say, paragraph, entity } = play;
  const { publication } = stage.contracts;
  const { oferente, fecha, pregunta: question, respondida, respuesta: answer } = enquiry;
  const bidder = cast.of(castOf(file, oferente));
  const asked = { digest: digestOf(question), pointer: "" };
  const said = { digest: digestOf(answer), pointer: "" };
  agenda.add(fecha, async () => {
    await perform(play, (overrides) => publication.connect(bidder).ask(id, asked, overrides));
    paragraph.push(say("asked", { bidder: entity(oferente), question }));
  });
  agenda.add(respondida, async () => {
    await perform(play, (overrides) => publication.connect(cast.of(BUYER)).answer(id, 0n, said, overrides));
    paragraph.push(say("answered", { buyer: entity(file.organismo.nombre), answer }));
  });
}
