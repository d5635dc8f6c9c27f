package io.epochdesk.registration;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSignature;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.FlowPortKey;
import io.epochdesk.registration.FieldProblem.Kind;
import io.epochdesk.staking.NodeRole;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a value has to look like before anything is asked of a chain: the contracts' own conditions
 * on form (FlowIDTableStaking, {@code NodeRecord.init}), and that keys are points of their groups.
 */
public enum FieldForm {
    /** An account address, 1 to 16 hex digits with or without {@code 0x}. */
    ADDRESS(FieldForm::address),
    /** 64 hex digits. */
    NODE_ID(text -> hex(text, 64)),
    /** {@code collection} or {@code consensus}, or its number. */
    ROLE(FieldForm::role),
    /** A host name and a port. */
    HOST_AND_PORT(FieldForm::hostAndPort),
    /** A public key on P-256, 128 hex digits. */
    P256_KEY(text -> curveKey(text, SignatureAlgorithm.ECDSA_P256)),
    /** A public key of an account, 128 hex digits. */
    ACCOUNT_KEY(text -> hex(text, 2 * AccountPublicKey.LENGTH)),
    /** A BLS public key, 192 hex digits. */
    STAKING_KEY(FieldForm::stakingKey),
    /** BLS public keys, one a line. */
    STAKING_KEYS(text -> eachLine(text, FieldForm::stakingKey)),
    /** A BLS signature, 96 hex digits. */
    BLS_SIGNATURE(FieldForm::blsSignature),
    /** FLOW above zero with up to eight decimals. */
    AMOUNT(FieldForm::amount),
    /** {@code ECDSA_P256} or {@code ECDSA_SECP256K1}. */
    SIGNATURE_ALGORITHM(FieldForm::signatureAlgorithm),
    /** {@code SHA3_256} or {@code SHA2_256}. */
    HASH_ALGORITHM(FieldForm::hashAlgorithm),
    /** An index from 0. */
    INDEX(FieldForm::index),
    /** Indices, each once, with commas between them. */
    INDICES(FieldForm::indices),
    /** Hex digits, an even number of them. */
    HEX(FieldForm::anyHex),
    /** Any text. */
    TEXT(text -> Optional.empty()),
    /** An account and an amount, one pair a line. */
    REFILLS(text -> eachLine(text, FieldForm::refill)),
    /** A node ID and an index, one pair a line. */
    MAPPING(text -> eachLine(text, FieldForm::mapping));

    /** FlowIDTableStaking, {@code isValidNetworkingAddress}. */
    private static final int LONGEST_ADDRESS = 510;

    private static final int LAST_PORT = 65_535;
    private static final int DECIMALS = 8;
    private static final BigDecimal LARGEST = new BigDecimal("184467440737.09551615");

    @SuppressWarnings("ImmutableEnumChecker") // the rules are methods without state
    private final Function<String, Optional<FieldProblem>> rule;

    FieldForm(Function<String, Optional<FieldProblem>> rule) {
        this.rule = rule;
    }

    /**
     * The text as it is kept: without blanks around it, hex in lower case and without {@code 0x},
     * also where a point was given in base64, the key alone of a line as printed for Flow Port.
     */
    String normalized(String text) {
        String stripped = text.strip();
        return switch (this) {
            case ADDRESS -> FlowAddressText.normalized(stripped);
            case NODE_ID, P256_KEY, HEX -> digits(stripped);
            case STAKING_KEY -> point(stripped, BlsPublicKey.SIZE);
            case BLS_SIGNATURE -> point(stripped, BlsSignature.SIZE);
            case ACCOUNT_KEY -> accountKey(stripped);
            case ROLE -> roleName(stripped);
            case SIGNATURE_ALGORITHM, HASH_ALGORITHM ->
                    stripped.toUpperCase(Locale.ROOT).replace('-', '_');
            case INDICES -> stripped.replaceAll("\\s*[, ]\\s*", ", ");
            case STAKING_KEYS -> stripped.toLowerCase(Locale.ROOT);
            case REFILLS, MAPPING -> stripped.replaceAll("[\\t ]+", " ");
            case HOST_AND_PORT, AMOUNT, INDEX -> stripped;
            case TEXT -> text;
        };
    }

    /** What is wrong with a normalized text; empty when nothing is. */
    Optional<FieldProblem> problem(String text) {
        return text.isEmpty() ? problem(Kind.MISSING) : rule.apply(text);
    }

    private static Optional<FieldProblem> problem(Kind kind, String... facts) {
        return Optional.of(FieldProblem.of(kind, facts));
    }

    private static String digits(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("0x") ? lower.substring(2) : lower;
    }

    /** Node software prints points in hex or, such as {@code StakingPoP}, in base64. */
    private static String point(String text, int bytes) {
        String digits = digits(text);
        if (digits.matches("[0-9a-f]*")) {
            return digits;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(text);
            return decoded.length == bytes ? HexFormat.of().formatHex(decoded) : digits;
        } catch (IllegalArgumentException e) {
            return digits;
        }
    }

    private static String accountKey(String text) {
        try {
            return FlowPortKey.read(text).key().hex();
        } catch (FaultException e) {
            return digits(text);
        }
    }

    private static Optional<FieldProblem> anyHex(String text) {
        return text.matches("([0-9a-f]{2})+") ? Optional.empty() : problem(Kind.NOT_HEX);
    }

    private static Optional<FieldProblem> hex(String text, int length) {
        if (!text.matches("[0-9a-f]*")) {
            return problem(Kind.NOT_HEX);
        }
        return text.length() == length
                ? Optional.empty()
                : problem(
                        Kind.LENGTH,
                        "expected",
                        Integer.toString(length),
                        "found",
                        Integer.toString(text.length()));
    }

    /** Whether a key is a point of the curve of an algorithm. */
    static Optional<FieldProblem> curveKey(String text, SignatureAlgorithm algorithm) {
        Optional<FieldProblem> form = hex(text, 2 * AccountPublicKey.LENGTH);
        if (form.isPresent()) {
            return form;
        }
        try {
            var _ = AccountPublicKey.ofHex(algorithm, text);
            return Optional.empty();
        } catch (FaultException e) {
            return problem(Kind.NOT_ON_CURVE, "algorithm", algorithm.name());
        }
    }

    private static Optional<FieldProblem> stakingKey(String text) {
        Optional<FieldProblem> form = hex(text, 2 * BlsPublicKey.SIZE);
        if (form.isPresent()) {
            return form;
        }
        try {
            var _ = BlsPublicKey.decode(HexFormat.of().parseHex(text));
            return Optional.empty();
        } catch (BadEncodingException e) {
            return problem(Kind.NOT_IN_G2);
        }
    }

    private static Optional<FieldProblem> blsSignature(String text) {
        Optional<FieldProblem> form = hex(text, 2 * BlsSignature.SIZE);
        if (form.isPresent()) {
            return form;
        }
        try {
            var _ = BlsSignature.decode(HexFormat.of().parseHex(text));
            return Optional.empty();
        } catch (BadEncodingException e) {
            return problem(Kind.NOT_IN_G1);
        }
    }

    private static Optional<FieldProblem> address(String text) {
        return text.matches("0x[0-9a-f]{16}") ? Optional.empty() : problem(Kind.NOT_AN_ADDRESS);
    }

    private static String roleName(String text) {
        Optional<NodeRole> role =
                text.matches("[0-9]") ? NodeRole.of(Integer.parseInt(text)) : NodeRole.named(text);
        return role.map(found -> found.name().toLowerCase(Locale.ROOT)).orElse(text);
    }

    private static Optional<FieldProblem> role(String text) {
        return NodeRole.named(text).filter(NodeRole::hasMachineAccount).isPresent()
                ? Optional.empty()
                : problem(Kind.ROLE);
    }

    private static Optional<FieldProblem> hostAndPort(String text) {
        if (text.length() > LONGEST_ADDRESS) {
            return problem(Kind.TOO_LONG, "limit", Integer.toString(LONGEST_ADDRESS));
        }
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            return problem(Kind.NO_PORT);
        }
        int port = parts[1].matches("[0-9]{1,5}") ? Integer.parseInt(parts[1]) : 0;
        if (port == 0 || port > LAST_PORT) {
            return problem(Kind.PORT);
        }
        if (!parts[0].matches("[A-Za-z0-9._-]+")) {
            return problem(Kind.HOST);
        }
        String last = parts[0].substring(parts[0].lastIndexOf('.') + 1);
        return last.chars().anyMatch(Character::isLetter)
                ? Optional.empty()
                : problem(Kind.IP_ADDRESS);
    }

    private static Optional<FieldProblem> amount(String text) {
        try {
            BigDecimal amount = new BigDecimal(text);
            if (amount.signum() < 0
                    || amount.stripTrailingZeros().scale() > DECIMALS
                    || amount.compareTo(LARGEST) > 0
                    || !text.matches("[0-9.]+")) {
                return problem(Kind.NOT_AN_AMOUNT);
            }
            return amount.signum() == 0 ? problem(Kind.ZERO) : Optional.empty();
        } catch (NumberFormatException e) {
            return problem(Kind.NOT_AN_AMOUNT);
        }
    }

    private static Optional<FieldProblem> signatureAlgorithm(String text) {
        return Arrays.stream(SignatureAlgorithm.values())
                        .anyMatch(one -> one.name().equals(text) && one.signsForAccounts())
                ? Optional.empty()
                : problem(Kind.ALGORITHM);
    }

    private static Optional<FieldProblem> hashAlgorithm(String text) {
        return Arrays.stream(HashAlgorithm.values())
                        .anyMatch(one -> one.name().equals(text) && one.signsForAccounts())
                ? Optional.empty()
                : problem(Kind.ALGORITHM);
    }

    private static Optional<FieldProblem> index(String text) {
        return text.matches("[0-9]{1,5}") ? Optional.empty() : problem(Kind.INDEX);
    }

    private static Optional<FieldProblem> indices(String text) {
        List<String> each = List.of(text.split(", ", -1));
        boolean allWell = each.stream().allMatch(one -> one.matches("[0-9]{1,5}"));
        return allWell && each.stream().distinct().count() == each.size()
                ? Optional.empty()
                : problem(Kind.INDEX);
    }

    private static Optional<FieldProblem> eachLine(
            String text, Function<String, Optional<FieldProblem>> rule) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (rule.apply(lines.get(i).strip()).isPresent()) {
                return problem(Kind.LINE, "line", Integer.toString(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<FieldProblem> refill(String line) {
        int gap = line.indexOf(' ');
        if (gap < 0) {
            return problem(Kind.NOT_AN_AMOUNT);
        }
        Optional<FieldProblem> account =
                address(FlowAddressText.normalized(line.substring(0, gap)));
        return account.isPresent() ? account : amount(line.substring(gap + 1));
    }

    private static Optional<FieldProblem> mapping(String line) {
        int gap = line.indexOf(' ');
        if (gap < 0) {
            return problem(Kind.INDEX);
        }
        Optional<FieldProblem> node = hex(line.substring(0, gap), 64);
        return node.isPresent() ? node : index(line.substring(gap + 1));
    }

    /** Addresses as texts. */
    private static final class FlowAddressText {
        private FlowAddressText() {}

        static String normalized(String text) {
            try {
                return FlowAddress.of(text).toString();
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
    }
}
