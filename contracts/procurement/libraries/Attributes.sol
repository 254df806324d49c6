// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Entity} from "../../registry/types/Entity.sol";
import {BasisPoints} from "../../shared/libraries/BasisPoints.sol";
import {Tender} from "../types/Tender.sol";

/// @notice The score of a bid on the criteria that are neither technical nor the price: declared figures, region, size.
library Attributes {
    /// @notice The score of a declared figure on its published scale: nothing at `zeroAt` and beyond, all at `fullAt` and beyond, in proportion
    /// between, rounded down. A scale may fall (a shorter delivery earns more).
    /// @return Basis points, 10,000 at most.
    function declared(uint32 figure, uint32 zeroAt, uint32 fullAt) internal pure returns (uint16) {
        bool rises = fullAt > zeroAt;
        if (rises ? figure <= zeroAt : figure >= zeroAt) return 0;
        if (rises ? figure >= fullAt : figure <= fullAt) return BasisPoints.WHOLE;
        uint256 way = rises ? figure - zeroAt : zeroAt - figure;
        uint256 whole = rises ? fullAt - zeroAt : zeroAt - fullAt;
        return uint16((way * BasisPoints.WHOLE) / whole); // way < whole
    }

    /// @notice All for a supplier of the region of the terms, else nothing. Source: Ley 19.886 art. 61.
    function local(uint16 region, uint16 favoured) internal pure returns (uint16) {
        return region == favoured ? BasisPoints.WHOLE : 0;
    }

    /// @notice All for a small firm (empresa de menor tamaño) or a cooperative, else nothing. Source: Ley 20.416 art. 2.
    /// @param size As {Entity.Size} numbers it.
    function smallFirm(uint8 size) internal pure returns (uint16) {
        bool small =
            (size >= uint8(Entity.Size.Micro) && size <= uint8(Entity.Size.Medium)) ||
                size == uint8(Entity.Size.Cooperative);
        return small ? BasisPoints.WHOLE : 0;
    }

    /// @notice The score of a bid on a criterion; nothing for the price and for technical criteria.
    /// @param figures The four declared figures, the first in the lowest 32 bits.
    /// @return Basis points, 10,000 at most.
    function score(
        Tender.Rated calldata rated,
        uint128 figures,
        uint8 size,
        uint16 region,
        uint16 favoured
    ) internal pure returns (uint16) {
        if (rated.kind == Tender.Criterion.Declared || rated.kind == Tender.Criterion.Social) {
            return declared(uint32(figures >> (32 * uint256(rated.field))), rated.zeroAt, rated.fullAt);
        }
        if (rated.kind == Tender.Criterion.Local) return local(region, favoured);
        if (rated.kind == Tender.Criterion.SmallFirm) return smallFirm(size);
        return 0;
    }

    /// @notice The sum of weight times score over these criteria.
    /// @param rules Rules of the award; their weights are 10,000 at most together.
    /// @return 10,000 * 10,000 at most.
    function points(
        Tender.Rules calldata rules,
        uint128 figures,
        uint8 size,
        uint16 region
    ) internal pure returns (uint32) {
        uint256 sum;
        for (uint256 k; k < rules.criteria.length; ++k) {
            Tender.Rated calldata rated = rules.criteria[k];
            sum += uint256(rated.weight) * score(rated, figures, size, region, rules.region);
        }
        return uint32(sum); // at most 10,000 * 10,000
    }
}
