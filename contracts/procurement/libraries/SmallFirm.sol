// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

import {Entity} from "../../registry/types/Entity.sol";

/// @notice Which firms count as small (empresas de menor tamaño).
library SmallFirm {
    /// @notice Micro, small and medium firms, and cooperatives. Source: Ley 20.416 art. 2; Ley 19.886 art. 51, 56.
    function isSmall(Entity.Size size) internal pure returns (bool) {
        return size != Entity.Size.Unstated && size != Entity.Size.Large;
    }
}
