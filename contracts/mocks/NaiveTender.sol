// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.36;

/// @notice A tender as first attempts are written, with the faults that were seen in public contracts: the tests of the attacks show first that
/// each attack works here.
contract NaiveTender {
    struct Bid {
        address bidder;
        bytes32 hash;
        uint256 bond;
        uint256 price;
        uint256 quality;
    }

    address public immutable BUYER;
    uint256 public immutable CLOSES_AT;
    uint256 public immutable OPENS_UNTIL;
    bool public paused;
    Bid[] public bids;
    address public winner;
    address public runnerUp;

    error NaiveTender_Refused(string why);

    modifier onlyBuyer() {
        require(msg.sender == BUYER, NaiveTender_Refused("not the buyer"));
        _;
    }

    /// @notice The value sent is the budget.
    constructor(uint256 closesAt, uint256 opensUntil) payable {
        BUYER = msg.sender;
        (CLOSES_AT, OPENS_UNTIL) = (closesAt, opensUntil);
    }

    /// @notice The bond, three parts in a hundred of the price, tells the price.
    function bid(bytes32 hash) external payable {
        require(block.timestamp <= CLOSES_AT, NaiveTender_Refused("closed"));
        bids.push(Bid(msg.sender, hash, msg.value, 0, 0));
    }

    /// @notice The hash names neither the bidder nor the tender, so whoever copies it can open it as well.
    function open(uint256 index, uint256 price, bytes32 salt) external {
        require(
            !paused && block.timestamp > CLOSES_AT && block.timestamp <= OPENS_UNTIL,
            NaiveTender_Refused("not now")
        );
        require(
            bids[index].bidder == msg.sender && bids[index].hash == hashOf(price, salt),
            NaiveTender_Refused("mismatch")
        );
        bids[index].price = price;
    }

    /// @notice Scores are taken whenever they come, after the prices too.
    function score(uint256 index, uint256 quality) external onlyBuyer {
        bids[index].quality = quality;
    }

    /// @notice Time runs on while nobody can open.
    function setPaused(bool value) external onlyBuyer {
        paused = value;
    }

    /// @notice Takes the bonds of whoever did not open.
    function seize() external onlyBuyer {
        require(block.timestamp > OPENS_UNTIL, NaiveTender_Refused("not yet"));
        for (uint256 i; i < bids.length; ++i) {
            if (bids[i].price == 0) bids[i].bond = 0;
        }
        _send(BUYER, address(this).balance);
    }

    /// @notice Loops over all bids, ranks them by a reference that any bid sets, and pushes every loser's bond in the same call.
    function award() external onlyBuyer {
        uint256 lowest = type(uint256).max;
        for (uint256 i; i < bids.length; ++i) {
            if (bids[i].price != 0 && bids[i].price < lowest) lowest = bids[i].price;
        }
        uint256 best;
        uint256 second;
        for (uint256 i; i < bids.length; ++i) {
            uint256 points = bids[i].price == 0 ? 0 : (6_000 * lowest) / bids[i].price + bids[i].quality;
            if (points > best) (best, second, runnerUp, winner) = (points, best, winner, bids[i].bidder);
            else if (points > second) (second, runnerUp) = (points, bids[i].bidder);
        }
        for (uint256 i; i < bids.length; ++i) {
            if (bids[i].bidder == winner) continue;
            _send(bids[i].bidder, bids[i].bond);
        }
    }

    /// @notice The stored runner-up takes the winner's place; nothing is ranked again.
    function decline() external {
        require(msg.sender == winner, NaiveTender_Refused("not the winner"));
        winner = runnerUp;
    }

    /// @notice Pays whomever the buyer names, whatever the award said.
    function pay(address to, uint256 amount) external onlyBuyer {
        _send(to, amount);
    }

    function hashOf(uint256 price, bytes32 salt) public pure returns (bytes32) {
        return keccak256(abi.encodePacked(price, salt));
    }

    /// @notice Two texts after one another, without a mark where the first ends.
    function hashOfTexts(string calldata document, string calldata price) external pure returns (bytes32) {
        return keccak256(abi.encodePacked(document, price));
    }

    function _send(address to, uint256 amount) private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = to.call{value: amount}("");
        require(success, NaiveTender_Refused("refused"));
    }
}
