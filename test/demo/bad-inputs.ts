const document = { huella: "abc", enlace: "https://comuna.example/a.pdf" };
const story = (change: object): { historia: object } => ({ historia: { asignacion: "260.000.000", ...change } });
const certifier = { certificado: "cumplimiento laboral", cuenta: "direccion-del-trabajo" };
const offices = {
  inspector: "inspector",
  inspectorSuplente: "inspector-suplente",
  arbitro: "arbitro",
  arbitroSuplente: "arbitro-suplente",
  revisor: "revisor",
  certificadores: [certifier],
};
/** Changes of the repository's file that the demo refuses at the door, and a part of what it says in each language. */
export const badInputs: readonly { name: string; change: Record<string, unknown>; es: string; en: string }[] = [
  {
    name: "an unknown field",
    change: { color: "rojo" },
    es: "campo color, línea 1, columna",
    en: "The field “color” is not known.",
  },
  {
    name: "a malformed amount",
    change: { precio: "238,000,000" },
    es: "«238,000,000» no es un monto.",
    en: "field precio, line 1, column",
  },
  {
    name: "a wrong check digit",
    change: { proveedor: { nombre: "Techo SpA", rut: "76.123.456-1" } },
    es: "El dígito verificador de «76.123.456-1» no corresponde.",
    en: "field proveedor.rut",
  },
  {
    name: "a date that no calendar has",
    change: { firmaHasta: "2027-02-30T18:00" },
    es: "El día 2027-02-30 no existe.",
    en: "field firmaHasta",
  },
  {
    name: "dates out of order",
    change: { terminaEn: "2027-01-28T18:00" },
    es: "La fecha 28 de enero de 2027, 18:00 en Santiago (2027-01-28 21:00 UTC) es muy temprana.",
    en: "field terminaEn",
  },
  {
    name: "an insufficient line",
    change: story({ asignacion: "237.999.999" }),
    es: "campo historia.asignacion",
    en: "The line receives 237,999,999 CLP and the contract costs 238,000,000 CLP.",
  },
  {
    name: "a milestone that is not there",
    change: story({ hitos: [{ hito: 6 }] }),
    es: "El número 6 está fuera de rango.",
    en: "field historia.hitos[0].hito",
  },
  {
    name: "an objection above the milestone",
    change: story({ hitos: [{ hito: 1, revision: "observa", observado: "35.700.001" }] }),
    es: "El monto 35.700.001 CLP es muy alto.",
    en: "field historia.hitos[0].observado",
  },
  {
    name: "a ruling above what is disputed",
    change: story({ hitos: [{ hito: 1, revision: "observa", observado: "5", fallo: "6" }] }),
    es: "El monto 6 CLP es muy alto.",
    en: "field historia.hitos[0].fallo",
  },
  {
    name: "an offer above what is disputed",
    change: story({
      hitos: [{ hito: 1, revision: "observa", observado: "5", ofertas: { organismo: "0", proveedor: "6" } }],
    }),
    es: "El monto 6 CLP es muy alto.",
    en: "field historia.hitos[0].ofertas.proveedor",
  },
  {
    name: "an objection without its amount",
    change: story({ hitos: [{ hito: 1, revision: "observa" }] }),
    es: "campo historia.hitos[0].observado",
    en: "This field is missing.",
  },
  {
    name: "a ruling without an objection",
    change: story({ hitos: [{ hito: 1, fallo: "6" }] }),
    es: "campo historia.hitos[0].fallo",
    en: 'It is accepted with "revision": "observa" only.',
  },
  {
    name: "a milestone told twice",
    change: story({ hitos: [{ hito: 1 }, { hito: 1 }] }),
    es: "El hito 1 aparece dos veces.",
    en: "field historia.hitos[1].hito",
  },
  {
    name: "a blocked assignee where there is none",
    change: story({ bloqueo: { cuenta: "cesionario", desde: "2027-11-25T00:00" } }),
    es: "Nadie en el archivo es cesionario.",
    en: "field historia.bloqueo.cuenta",
  },
  {
    name: "a change of a milestone that is not there",
    change: story({
      modificacion: { fecha: "2027-03-25T10:00", hito: 6, monto: "1", vence: "2028-02-29T23:59:59" },
    }),
    es: "campo historia.modificacion.hito",
    en: "From 1 to 5 is accepted.",
  },
  {
    name: "an account that is neither a name nor an address",
    change: { oficinas: { inspector: "El Inspector" } },
    es: "campo oficinas.inspector",
    en: "“El Inspector” is not an address.",
  },
  {
    name: "a digest that is none",
    change: { contrato: document },
    es: "«abc» no es una huella.",
    en: "field contrato.huella",
  },
  {
    name: "a price net of more tax than there is",
    change: { precioNeto: "199.999.999" },
    es: "El precio neto (netPrice) es 199.999.999 CLP",
    en: "field precioNeto",
  },
  {
    name: "no performance bond from 1,000 UTM on",
    change: { garantiaFielCumplimiento: undefined },
    es: "debe ser al menos 10.000.000 CLP",
    en: "field garantiaFielCumplimiento",
  },
  {
    name: "a signature that comes before the notice has ended",
    change: { firmaHasta: "2027-01-12T18:00" },
    es: "no puede ser anterior al 13 de enero de 2027, 10:00",
    en: "field firmaHasta",
  },
  {
    name: "an office that is a side of the contract",
    change: { oficinas: { ...offices, arbitro: "proveedor" } },
    es: "La cuenta proveedor aparece dos veces.",
    en: "field oficinas.arbitro",
  },
  {
    name: "one address in two cases",
    change: { oficinas: { ...offices, revisor: `0x${"b".repeat(40)}`, arbitro: `0x${"B".repeat(40)}` } },
    es: "campo oficinas.revisor",
    en: "appears twice.",
  },
  {
    name: "a certificate that two offices give",
    change: { oficinas: { ...offices, certificadores: [certifier, { ...certifier, cuenta: "otra" }] } },
    es: "El certificado «cumplimiento laboral» aparece dos veces.",
    en: "field oficinas.certificadores[1]",
  },
  {
    name: "an assignee with the supplier's name and another RUT",
    change: story({ hitos: [{ hito: 1, cesion: { nombre: "Constructora Río Pangue SpA", rut: "96.999.310-4" } }] }),
    es: "«Constructora Río Pangue SpA» aparece con otro RUT",
    en: "field historia.hitos[0].cesion.rut",
  },
  {
    name: "a delivery before its earliest date",
    change: story({ hitos: [{ hito: 1, entrega: "2027-01-30T16:00" }] }),
    es: "Se acepta desde 1 de febrero de 2027, 08:00",
    en: "field historia.hitos[0].entrega",
  },
  {
    name: "a delivery after the contract",
    change: story({ hitos: [{ hito: 5, entrega: "2028-04-01T16:00" }] }),
    es: "Se acepta hasta 31 de marzo de 2028, 23:59:59",
    en: "field historia.hitos[0].entrega",
  },
  {
    name: "an end by agreement of a contract that is not open yet",
    change: story({ resciliacion: { fecha: "2027-01-13T09:59" } }),
    es: "Se acepta desde 13 de enero de 2027, 10:00",
    en: "field historia.resciliacion.fecha",
  },
  {
    name: "a block that ends before it begins",
    change: story({ bloqueo: { cuenta: "proveedor", desde: "2027-11-25T00:00", hasta: "2027-11-24T00:00" } }),
    es: "campo historia.bloqueo.hasta",
    en: "From 25 November 2027, 00:00",
  },
  {
    name: "a correction of what nobody objected to",
    change: story({ hitos: [{ hito: 1, respuesta: "corrige" }] }),
    es: "campo historia.hitos[0].respuesta",
    en: 'It is accepted with "revision": "observa" only.',
  },
  {
    name: "a second objection above the first",
    change: story({
      hitos: [
        {
          hito: 1,
          revision: "observa",
          observado: "5",
          respuesta: "corrige",
          correccion: { revision: "observa", observado: "6" },
        },
      ],
    }),
    es: "El monto 6 CLP es muy alto.",
    en: "field historia.hitos[0].correccion.observado",
  },
  {
    name: "a ruling where the objection is not answered",
    change: story({ hitos: [{ hito: 1, revision: "observa", observado: "5", respuesta: "calla", fallo: "1" }] }),
    es: 'Solo vale con "respuesta": "reclama".',
    en: "field historia.hitos[0].fallo",
  },
  {
    name: "an assignment of what is never delivered",
    change: story({ hitos: [{ hito: 5, entrega: "nunca", cesion: { nombre: "F", rut: "96.999.310-4" } }] }),
    es: "campo historia.hitos[0].cesion",
    en: "This field is not accepted here.",
  },
  {
    name: "a refusal of a certificate that nobody needs",
    change: story({ hitos: [{ hito: 2, certificados: "rechaza", rechazo: { monto: "1" } }] }),
    es: 'Solo vale con "hitos[].certificados".',
    en: "field historia.hitos[0].certificados",
  },
  {
    name: "a refusal without its amount",
    change: story({ hitos: [{ hito: 1, certificados: "rechaza" }] }),
    es: "campo historia.hitos[0].rechazo",
    en: "This field is missing.",
  },
  {
    name: "an appeal against a fine that was dropped",
    change: story({ hitos: [{ hito: 1, multa: { decision: "0", apelacion: { decision: "0" } } }] }),
    es: 'Solo vale con "decision" > 0.',
    en: "field historia.hitos[0].multa.apelacion",
  },
  {
    name: "an appeal that raises the fine",
    change: story({ hitos: [{ hito: 1, multa: { decision: "5", apelacion: { decision: "6" } } }] }),
    es: "Se acepta a lo más 5 CLP",
    en: "field historia.hitos[0].multa.apelacion.decision",
  },
  {
    name: "a claim above the bond",
    change: story({ reclamoGarantia: { fecha: "2028-06-01T10:00", monto: "11.900.001" } }),
    es: "Se acepta a lo más 11.900.000 CLP",
    en: "field historia.reclamoGarantia.monto",
  },
  {
    name: "a cause of termination that the law does not know",
    change: story({ terminoAnticipado: { fecha: "2027-07-01T10:00", causal: 8 } }),
    es: "Se acepta de 1 a 7.",
    en: "field historia.terminoAnticipado.causal",
  },
  {
    name: "a forfeit by a termination that was dropped",
    change: story({
      terminoAnticipado: { fecha: "2027-07-01T10:00", causal: 2, decision: "desiste", garantia: "1" },
    }),
    es: 'Solo vale con "decision": "termina".',
    en: "field historia.terminoAnticipado.garantia",
  },
  {
    name: "a review that raises the forfeit",
    change: story({
      terminoAnticipado: {
        fecha: "2027-07-01T10:00",
        causal: 2,
        garantia: "1",
        apelacion: { decision: "confirma", garantia: "2" },
      },
    }),
    es: "El monto 2 CLP es muy alto.",
    en: "field historia.terminoAnticipado.apelacion.garantia",
  },
  {
    name: "a final objection without its amount",
    change: story({ recepcionDefinitiva: "observa" }),
    es: "campo historia.observacionFinal",
    en: "This field is missing.",
  },
];
