import { InputError } from "../../input/input-error.ts";
import { OUTCOME, type ContestChoice } from "../../tender/quotes/contest-record.ts";
import { draftOf, type PublishedContract } from "../../tender/terms/draft-of.ts";
import { oneMove, type Act, type ActContext, type Move } from "../act.ts";
import { bondApproval } from "../bond-approval.ts";
import { contestAct, type ContestBook, type ContestSubject } from "../contest-act.ts";
import { happened, nameOf } from "../context.ts";

/** The last supplier that was chosen. */
function lastChoice({ id, contest }: ContestSubject): ContestChoice {
  const choice = contest.choices.at(-1);
  if (!choice) throw new InputError("choice-missing", { id });
  return choice;
}

const chosenAccount = (_: unknown, context: ActContext & ContestSubject): Promise<string> =>
  context.contracts.registry.accountOf(lastChoice(context).supplier);

/** What an acceptance passes along: the contract to come, as the contracts take it. */
export const publishedArguments = ({ call, contractTerms, schedule }: PublishedContract) =>
  [call, contractTerms, schedule.map((share) => ({ ...share }))] as const;

/** What a supplier accepts. */
export interface Acceptance {
  readonly contract: PublishedContract;
  readonly supplier: bigint;
  readonly price: bigint;
}

/**
 * The moves of an acceptance: the guarantee is allowed, where there is one, and the contract opens.
 *
 * @example await acceptanceMoves(context, acceptance, call, done);
 */
export async function acceptanceMoves(
  context: ActContext,
  { contract, supplier, price }: Acceptance,
  call: Move["call"],
  done: Move["done"],
): Promise<Move[]> {
  const facts = { supplier, price, isAbnormallyLow: false, signedAt: context.door.now };
  const { performanceBond } = draftOf(contract, facts).deed.annex;
  const name = await nameOf(context, supplier);
  return [
    ...(await bondApproval(context, contract.call.token, performanceBond, done)),
    ...oneMove("accept", call, done, (say) =>
      say.pick(
        `Aceptar, como ${name}, el contrato por ${say.amount(price)} y entregar la garantía de ${say.amount(performanceBond)}.`,
        `Accept, as ${name}, the contract of ${say.amount(price)} and post the bond of ${say.amount(performanceBond)}.`,
      ),
    ),
  ];
}

/**
 * What the chosen supplier does or leaves undone.
 *
 * @example { ...acceptanceActs("quotes") }
 */
export function acceptanceActs(book: ContestBook): Record<string, Act> {
  const about = contestAct(book);
  /** The chosen supplier's name, and the event that says that the process went on without it. */
  const passingOver = async (context: ActContext & ContestSubject) => {
    const { supplier } = lastChoice(context);
    const passed = context.contracts[book].filters.QuotePassedOver(context.id, undefined, supplier);
    return { name: await nameOf(context, supplier), passed };
  };
  return {
    accept: about(
      chosenAccount,
      () => ({}),
      (_, context) => {
        const { id, contest, contracts } = context;
        const { supplier, price } = lastChoice(context);
        const [purchase, terms, schedule] = publishedArguments(contest.contract);
        return acceptanceMoves(
          context,
          { contract: contest.contract, supplier, price },
          contracts[book].accept.populateTransaction(id, purchase, terms, schedule),
          async () => (await contracts[book].getContest(id)).outcome === OUTCOME.contracted,
        );
      },
    ),

    decline: about(
      chosenAccount,
      () => ({}),
      async (_, context) => {
        const { id, contracts } = context;
        const { name, passed } = await passingOver(context);
        return oneMove(
          "decline",
          contracts[book].decline.populateTransaction(id),
          () => happened(context, contracts[book], passed, ({ args }) => args.getValue("declined") === true),
          (say) =>
            say.pick(
              `Declinar, como ${name}: su grupo no sigue en el proceso.`,
              `Decline, as ${name}: its group takes no further part.`,
            ),
        );
      },
    ),

    "pass-over": about(
      null,
      () => ({}),
      async (_, context) => {
        const { id, contracts } = context;
        const { name, passed } = await passingOver(context);
        return oneMove(
          "pass-over",
          contracts[book].passOver.populateTransaction(id),
          () => happened(context, contracts[book], passed),
          (say) =>
            say.pick(
              `Dejar atrás a ${name}, que no aceptó a tiempo: sigue el siguiente.`,
              `Pass over ${name}, who did not accept in time: the next one follows.`,
            ),
        );
      },
    ),
  };
}
