package io.epochdesk.rehearsal.model;

/** {@code FlowIDTableStaking.isValidNetworkingAddress}. */
final class NetworkingAddress {

    static final String INVALID =
            "The networkingAddress must be a valid domain name with a port (e.g.,"
                    + " node.flow.com:3569), must not exceed 510 characters, and cannot be an IP"
                    + " address";

    private static final int LONGEST = 510;
    private static final int LAST_PORT = 65_535;

    private NetworkingAddress() {}

    static boolean isValid(String address) {
        if (address.isEmpty() || address.length() > LONGEST) {
            return false;
        }
        String[] parts = address.split(":", -1);
        return parts.length == 2 && isPort(parts[1]) && isDomain(parts[0]);
    }

    private static boolean isPort(String port) {
        if (!port.matches("[0-9]{1,20}")) {
            return false;
        }
        String digits = port.replaceFirst("^0+", "");
        return !digits.isEmpty() && digits.length() <= 5 && Integer.parseInt(digits) <= LAST_PORT;
    }

    private static boolean isDomain(String domain) {
        if (!domain.matches("[A-Za-z0-9._-]*")) {
            return false;
        }
        String last = domain.substring(domain.lastIndexOf('.') + 1);
        return last.chars().anyMatch(Character::isLetter);
    }
}
