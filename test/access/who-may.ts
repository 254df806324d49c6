/**
 * Every function that changes state and that no role of the manager guards, by contract and by who may call it. A function that is neither
 * here nor in the role table makes a test fail.
 */
export const WHO_MAY: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Registry: {
    "the manager": ["setAuthority"],
    "account that an accreditor signed for": ["accredit"],
    "account of the entity": ["proposeRotation", "vetoRecovery", "cancelRotation"],
    "proposed account": ["acceptRotation"],
  },
  Treasury: {
    "the manager": ["setAuthority"],
    "program of the line": ["commit", "release", "pay"],
    "program of the line, or an approved one": ["hold"],
    "program of the deposit": ["giveBack", "forfeit"],
    anyone: ["fund", "sweepLine", "withdraw"],
  },
  OpeningDesk: {
    "the manager": ["setAuthority"],
    "escrow, once": ["bind"],
    "registered supplier": ["objectTo"],
    "reviewer of the deed": ["annul"],
    "contract that reserved": ["unreserve"],
    anyone: ["lapseReservation"],
  },
  MilestoneEscrow: {
    "opening desk": ["reserve", "unreserve", "enter"],
    court: ["submit", "resolve", "resolveFinal", "forfeitBond", "setAside", "returnAside", "collectFine"],
    "court or changes": ["terminate"],
    "closing desk": ["disputeRetention", "payRetention", "giveBackBond"],
    "certificate desk": ["withhold"],
    changes: ["reschedule", "amend"],
    "supplier of the contract": ["drawAdvance", "deliver"],
    "holder of the receivable": ["assign"],
    "inspector or substitute of the terms": ["accept", "object"],
    anyone: ["settle", "uphold", "expire"],
  },
  ContractCourt: {
    escrow: ["open"],
    "escrow, once": ["bind"],
    "supplier of the contract": ["dispute", "defendFine", "appealFine", "defendTermination", "appealTermination"],
    "buyer of the contract": ["claimBond", "decideFine", "noticeTermination", "decideTermination"],
    "party of the dispute": ["offer", "acceptOffer"],
    "inspector or substitute of the terms": ["noticeFine"],
    "arbiter of the deed": ["rule"],
    "reviewer of the deed": ["reviewFine", "reviewTermination"],
    anyone: ["applyDefault", "resistFine", "closeFine", "closeTermination"],
  },
  CertificateDesk: {
    "escrow, once": ["bind"],
    "supplier of the contract or holder of the receivable": ["request"],
    "certifier of the deed": ["grant", "refuse"],
  },
  ContractChanges: {
    "escrow, once": ["bind"],
    "anyone with both signatures": ["change", "agreeTermination"],
  },
  ClosingDesk: {
    "escrow, once": ["bind"],
    "inspector or substitute of the terms": ["reviewFinal"],
    anyone: ["releaseRetention", "returnAdvanceBond", "returnPerformanceBond"],
  },
  ContractReader: {},
  PublicationDesk: {
    "the manager": ["setAuthority"],
    "account of the buyer": ["amend", "cancel", "answer"],
    "registered supplier": ["ask"],
    anyone: ["recordSilence"],
  },
  TenderBook: {
    "deployment, once": ["bindModules"],
    "publication desk": ["enter", "countEnquiry"],
    "joint bids": ["join"],
    panel: ["evaluate"],
    "award desk": ["remove", "conclude"],
    "publication desk, panel or award desk": ["end"],
    "account of the bidder": ["bid", "withdraw"],
    anyone: ["copyStanding", "openTechnical", "openPrice", "returnBond", "forfeitBond", "lapse"],
  },
  JointBids: {
    "lead with all signatures": ["formJoint"],
  },
  EvaluationPanel: {
    "evaluator or substitute of the terms": ["declareConflict", "score"],
    anyone: ["tally", "fail"],
  },
  AwardDesk: {
    "account of the bidder": ["complain"],
    "reviewer of the terms": ["rule"],
    "account of the winner": ["sign"],
    anyone: ["award", "lapseSignature"],
  },
  PurchaseDesk: {
    "the manager": ["setAuthority"],
    "contract that reserved": ["release"],
  },
  AgileQuotes: {
    "the manager": ["setAuthority"],
    "account of the buyer": ["cancel", "choose"],
    "registered supplier": ["quote", "withdraw"],
    "chosen supplier": ["accept", "decline"],
    anyone: ["open", "chooseCheapest", "draw", "passOver", "end"],
  },
  FrameworkBook: {
    "the manager": ["setAuthority"],
    "deployment, once": ["bindModules"],
    "framework orders or contests": ["take", "giveBack"],
    "account of the buyer": ["cancel"],
    "registered supplier": ["offer", "withdraw", "lower"],
    anyone: ["open"],
  },
  FrameworkOrders: {
    "the manager": ["setAuthority"],
    "chosen supplier": ["accept", "decline"],
    anyone: ["object", "lapse"],
  },
  FrameworkContests: {
    "the manager": ["setAuthority"],
    "account of the buyer": ["cancel"],
    "supplier of the framework": ["quote", "withdraw"],
    "chosen supplier": ["accept", "decline"],
    anyone: ["open", "chooseCheapest", "draw", "passOver", "end"],
  },
  DrandQuicknet: {
    anyone: ["prove"],
  },
  DrandEvmnet: {
    anyone: ["prove"],
  },
};

/** Functions of the AccessManager: what only its administrator may call, after its delay, and what answers to each caller's own rights. */
export const MANAGER = {
  admin: [
    "labelRole",
    "grantRole",
    "revokeRole",
    "setRoleAdmin",
    "setRoleGuardian",
    "setGrantDelay",
    "setTargetAdminDelay",
    "setTargetFunctionRole",
    "setTargetClosed",
    "updateAuthority",
  ],
  own: ["execute", "schedule", "cancel", "renounceRole", "consumeScheduledOp", "multicall"],
} as const;
