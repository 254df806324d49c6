import { AbiCoder, keccak256 } from "ethers";

import { ocidKey } from "../documents/ocid.ts";
import { ocidField } from "../input/document-fields.ts";
import { addressField, entityField, integerField } from "../input/fields.ts";
import type { Rut } from "../rut.ts";
import type { Need } from "../tender/quotes/basket.ts";
import { basketField, basketIn } from "../tender/quotes/framework-file.ts";
import type { ContractTerms, Share } from "../tender/terms/types.ts";
import type { ActContext } from "./act.ts";
import type { FrameworkSubject } from "./contest-act.ts";
import { entityOf } from "./context.ts";

const fieldsOf = () => ({
  ocid: ocidField(),
  linea: integerField(1, Number.MAX_SAFE_INTEGER),
  organismo: entityField(),
  canasta: basketField(),
  inspector: addressField().optional(),
  inspectorSuplente: addressField().optional(),
});

/**
 * What every order under a framework says.
 *
 * @example ({ ...orderShape(), presupuesto: positiveAmountField(0) })
 */
export const orderShape = (): ReturnType<typeof fieldsOf> => fieldsOf();

/** An order as its file says it. */
export interface OrderInput {
  readonly ocid: string;
  readonly linea: number;
  readonly organismo: Rut;
  readonly canasta: Parameters<typeof basketIn>[1];
  readonly inspector?: string | undefined;
  readonly inspectorSuplente?: string | undefined;
}

/** The account of the body that orders. */
export const orderingAccount = async ({ organismo }: OrderInput, context: ActContext): Promise<string> =>
  context.contracts.registry.accountOf(await entityOf(context, organismo, [2n]));

/** An order as the contracts take it, with the contract to come. */
export interface DraftedOrder {
  readonly order: { framework: string; ocid: string; lineId: bigint; buyer: bigint; basket: Need[] };
  readonly contractTerms: ContractTerms;
  readonly schedule: Share[];
}

/**
 * The order of a file, and the framework's contract with the order's own inspectors.
 *
 * @throws InputError `entity-unknown`, `product-unknown`
 * @example const { order, contractTerms, schedule } = await orderOf(input, context);
 */
export async function orderOf(input: OrderInput, context: ActContext & FrameworkSubject): Promise<DraftedOrder> {
  const { id, framework } = context;
  const buyer = await entityOf(context, input.organismo, [2n]);
  const { contractTerms, schedule } = framework;
  const { inspector = contractTerms.inspector, inspectorSuplente: substitute = contractTerms.substitute } = input;
  return {
    order: {
      framework: id,
      ocid: ocidKey(input.ocid),
      lineId: BigInt(input.linea),
      buyer,
      basket: basketIn(framework.items, input.canasta),
    },
    contractTerms: { ...contractTerms, inspector, substitute },
    schedule: schedule.map((share) => ({ ...share })),
  };
}

/**
 * Id of an order or a competition: hash of chain, book, framework, buyer and process.
 *
 * @example orderId(31_337n, await orders.getAddress(), order);
 */
export const orderId = (
  chainId: bigint,
  book: string,
  order: { framework: string; buyer: bigint; ocid: string },
): string =>
  keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ["uint256", "address", "bytes32", "uint64", "bytes32"],
      [chainId, book, order.framework, order.buyer, order.ocid],
    ),
  );
