import type { Catalogue } from "./types.ts";

/** What can be wrong with a network, its offices and its accounts. */
export const taskNetworkMessages = {
  "office-zero": {
    params: { office: "text" },
    es: [
      "La oficina «{office}» no tiene dirección.",
      "Un cargo sin cuenta dejaría funciones sin nadie que las ejerza.",
      "Escriba la dirección de la cuenta de esa oficina.",
    ],
    en: [
      "The office “{office}” has no address.",
      "A role without an account would leave functions that nobody can perform.",
      "Write the address of that office's account.",
    ],
  },
  "office-duplicate": {
    params: { office: "text", other: "text", account: "address" },
    es: [
      "Las oficinas «{office}» y «{other}» tienen la misma cuenta, {account}.",
      "La separación de funciones pide una cuenta distinta para cada oficina.",
      "Asigne otra cuenta a una de las dos.",
    ],
    en: [
      "The offices “{office}” and “{other}” have the same account, {account}.",
      "Separation of duties asks for a different account for each office.",
      "Give one of them another account.",
    ],
  },
  "office-deployer": {
    params: { office: "text", account: "address" },
    es: [
      "La cuenta que despliega, {account}, es también la de la oficina «{office}».",
      "Quien despliega no conserva nada al terminar.",
      "Despliegue con otra cuenta (--account).",
    ],
    en: [
      "The deploying account, {account}, is also that of the office “{office}”.",
      "Whoever deploys keeps nothing at the end.",
      "Deploy with another account (--account).",
    ],
  },
  "network-ephemeral": {
    params: { network: "text" },
    es: [
      "La red «{network}» desaparece al terminar la orden.",
      "Vive dentro del mismo proceso, y nada de lo hecho quedaría.",
      "Indique una red con nodo propio, por ejemplo --network localhost.",
    ],
    en: [
      "The network “{network}” vanishes when the command ends.",
      "It lives inside the same process, and nothing done would remain.",
      "Name a network with a node of its own, for example --network localhost.",
    ],
  },
  "test-token-public": {
    params: { chainId: "id" },
    es: [
      "El token de prueba no se despliega en la cadena {chainId}.",
      "Cualquiera puede emitirlo: solo sirve en una cadena local.",
      "Repita sin --token-prueba.",
    ],
    en: [
      "The test token is not deployed to chain {chainId}.",
      "Anyone may mint it: it only serves on a local chain.",
      "Repeat without --token-prueba.",
    ],
  },
  "test-token-missing": {
    params: {},
    es: [
      "Esta red no tiene token de prueba.",
      "«prueba» nombra el token que el despliegue local crea con --token-prueba.",
      "Escriba la dirección del token o, en un nodo local, despliegue con --token-prueba.",
    ],
    en: [
      "This network has no test token.",
      "“prueba” names the token that a local deployment makes with --token-prueba.",
      "Write the address of the token or, on a local node, deploy with --token-prueba.",
    ],
  },
  "deployment-differs": {
    params: {},
    es: [
      "En esta red ya hay un despliegue, empezado con otros datos.",
      "Cambió la cuenta que despliega, un parámetro, el código o el faro (--faro-prueba); no se envió nada.",
      "Repita la orden como la primera vez; un nodo local se puede reiniciar para desplegar de otro modo.",
    ],
    en: [
      "This network has a deployment already, begun with other data.",
      "The deploying account, a parameter, the code or the beacon (--faro-prueba) has changed; nothing was sent.",
      "Repeat the command as it was the first time; a local node can be started anew to deploy otherwise.",
    ],
  },
  "role-for-contracts": {
    params: { role: "text", account: "address" },
    es: [
      "El rol «{role}» es solo para contratos, y en {account} no hay ninguno.",
      "En manos de una persona dejaría abrir contratos sin licitación.",
      "Escriba la dirección del contrato que adjudica.",
    ],
    en: [
      "Role “{role}” is for contracts only, and there is none at {account}.",
      "In a person's hands it would let contracts open without a tender.",
      "Write the address of the contract that awards.",
    ],
  },
  "options-clash": {
    params: { one: "own", other: "own" },
    es: ["{one} y {other} no van juntas.", "Cada una pide otra cosa de la misma orden.", "Repita con una de las dos."],
    en: [
      "{one} and {other} do not go together.",
      "Each asks for another thing of the same command.",
      "Repeat with one of them.",
    ],
  },
  "account-unknown": {
    params: { account: "text" },
    es: [
      "La red no tiene la cuenta «{account}».",
      "Se acepta la posición o la dirección de una cuenta del nodo o del almacén de claves; nunca una clave.",
      "Indíquela con --account.",
    ],
    en: [
      "The network does not have the account “{account}”.",
      "Accepted: the position or the address of an account of the node or of the keystore; never a key.",
      "Name it with --account.",
    ],
  },
} as const satisfies Catalogue;
