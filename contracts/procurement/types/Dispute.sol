// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice A dispute on a stated amount: an objected part, a refused certificate, final acceptance, or a claim on the bond.
library Dispute {
    enum Topic {
        Delivery,
        Certificate0,
        Certificate1,
        Certificate2,
        FinalAcceptance,
        Bond
    }

    /// @param amount What is disputed, token units.
    /// @param openedAt When it began; 0 if there is none.
    /// @param resolved Whether it has ended.
    /// @param buyerOffered Whether the buyer's offer stands.
    /// @param offeredBy The entity whose offer on the supplier's side stands, 0 if there is none; it binds nobody who holds the receivable later.
    /// @param buyerOffer Supplier's share that the buyer offers, token units.
    /// @param supplierOffer Supplier's share that the supplier offers to take, token units.
    struct Case {
        uint128 amount;
        uint40 openedAt;
        bool resolved;
        bool buyerOffered;
        uint64 offeredBy;
        uint128 buyerOffer;
        uint128 supplierOffer;
    }

    /// @notice The topic of a certificate's kind.
    function certificateTopic(uint256 kind) internal pure returns (Topic) {
        return Topic(uint256(Topic.Certificate0) + kind);
    }

    /// @notice Whether the topic is a part of a milestone's amount withheld by a certificate.
    function isCertificate(Topic topic) internal pure returns (bool) {
        return topic >= Topic.Certificate0 && topic <= Topic.Certificate2;
    }
}
