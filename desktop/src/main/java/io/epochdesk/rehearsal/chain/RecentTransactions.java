package io.epochdesk.rehearsal.chain;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts of the newest transactions. What a transaction did is kept much longer than its text: a
 * large committee's submissions are hundreds of kilobytes each.
 */
final class RecentTransactions {

    private static final long MOST_BYTES = 48L << 20;

    private final Map<Identifier, Transaction> texts = new LinkedHashMap<>();
    private long bytes;

    void put(Identifier id, Transaction transaction) {
        if (texts.putIfAbsent(id, transaction) == null) {
            bytes += size(transaction);
            Iterator<Transaction> oldest = texts.values().iterator();
            while (bytes > MOST_BYTES) {
                bytes -= size(oldest.next());
                oldest.remove();
            }
        }
    }

    @Nullable Transaction get(Identifier id) {
        return texts.get(id);
    }

    private static long size(Transaction transaction) {
        long sum = transaction.script().length;
        for (byte[] argument : transaction.arguments()) {
            sum += argument.length;
        }
        return sum;
    }
}
