package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Event;

import org.onflow.protobuf.executiondata.Executiondata;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which events a stream wants: those of any of the types, contracts or addresses; all when nothing
 * is named. Limits and words follow flow-go ({@code engine/access/state_stream/filter.go}).
 */
final class EventFilter {

    private static final int TYPES = 1_000;
    private static final int ADDRESSES = 200;
    private static final int CONTRACTS = 100;
    private static final Pattern TYPE =
            Pattern.compile("flow\\.\\w+|(A\\.[0-9a-fA-F]{16}|evm)(\\.\\w+){1,2}");
    private static final Pattern CONTRACT =
            Pattern.compile("flow|evm\\.\\w+|A\\.[0-9a-fA-F]{16}\\.\\w+");
    private static final Pattern ADDRESS = Pattern.compile("(0x)?[0-9a-fA-F]{1,16}");

    private final Set<String> types;
    private final Set<String> contracts;
    private final Set<String> addresses;

    EventFilter(Executiondata.EventFilter wanted) {
        most("event types", wanted.getEventTypeList(), TYPES);
        most("addresses", wanted.getAddressList(), ADDRESSES);
        most("contracts", wanted.getContractList(), CONTRACTS);
        wanted.getEventTypeList().forEach(each -> matches(TYPE, each, "event type"));
        wanted.getContractList().forEach(each -> matches(CONTRACT, each, "contract"));
        wanted.getAddressList().forEach(each -> matches(ADDRESS, each, "address"));
        types = Set.copyOf(wanted.getEventTypeList());
        contracts = Set.copyOf(wanted.getContractList());
        addresses =
                wanted.getAddressList().stream()
                        .map(EventFilter::digits)
                        .collect(Collectors.toUnmodifiableSet());
    }

    boolean wants(Event event) {
        if (types.isEmpty() && contracts.isEmpty() && addresses.isEmpty()) {
            return true;
        }
        String type = event.type();
        if (types.contains(type)) {
            return true;
        }
        int last = type.lastIndexOf('.');
        if (last > 0 && contracts.contains(type.substring(0, last))) {
            return true;
        }
        String[] parts = type.split("\\.", 3);
        return parts.length > 1 && parts[0].equals("A") && addresses.contains(parts[1]);
    }

    private static String digits(String address) {
        String digits = address.startsWith("0x") ? address.substring(2) : address;
        return "0".repeat(16 - digits.length()) + digits.toLowerCase(Locale.ROOT);
    }

    private static void most(String what, List<String> named, int most) {
        if (named.size() > most) {
            throw Statuses.invalid(
                    "invalid event filter: too many "
                            + what
                            + " in filter ("
                            + named.size()
                            + "). use "
                            + most
                            + " or fewer");
        }
    }

    private static void matches(Pattern pattern, String text, String what) {
        if (!pattern.matcher(text).matches()) {
            throw Statuses.invalid(
                    "invalid event filter: invalid " + what + ": \"" + shortened(text) + "\"");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
