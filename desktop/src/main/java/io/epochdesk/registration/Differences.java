package io.epochdesk.registration;

import io.epochdesk.fault.TransactionFault;
import io.epochdesk.network.TransactionBody;

import java.util.LinkedHashMap;
import java.util.Map;

/** In what two transactions differ, whatever signatures they have. */
final class Differences {

    private Differences() {}

    /**
     * Makes sure that they do not.
     *
     * @throws io.epochdesk.fault.FaultException with {@code TXN-803}, naming the first difference
     */
    static void require(TransactionBody mine, TransactionBody theirs) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("the script", mine.script().equals(theirs.script()));
        same.put("an argument", mine.arguments().equals(theirs.arguments()));
        same.put("the reference block", mine.referenceBlock().equals(theirs.referenceBlock()));
        same.put("the proposal key", mine.proposalKey().equals(theirs.proposalKey()));
        same.put("the payer", mine.payer().equals(theirs.payer()));
        same.put("the authorizers", mine.authorizers().equals(theirs.authorizers()));
        same.put("the compute limit", mine.computeLimit() == theirs.computeLimit());
        same.put("the list of payload signatures", theirs.payloadSignatures().isEmpty());
        same.forEach(
                (what, is) -> {
                    if (!is) {
                        throw TransactionFault.of(
                                TransactionFault.Kind.OTHER_TRANSACTION, "", "what", what);
                    }
                });
    }
}
