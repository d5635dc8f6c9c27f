package io.epochdesk.rehearsal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.model.FeeParameters;
import io.epochdesk.rehearsal.model.Genesis;
import io.epochdesk.rehearsal.model.UFix64;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Every check a transaction goes through, in a real chain's words. */
final class TransactionChecksTest {

    private final TestChain test = TestChain.manual();

    private String refused(Transaction transaction) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> test.chain.submit(transaction));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID_ARGUMENT);
        return refusal.words();
    }

    private static TransactionResult sent(TestChain test, Transaction transaction) throws Refusal {
        return test.chain.result(test.chain.submit(transaction));
    }

    private TransactionResult sent(Transaction transaction) throws Refusal {
        return sent(test, transaction);
    }

    @Test
    void aGoodOneIsSealedWithItsEventsInOrder() throws Refusal {
        TransactionResult result = sent(test.say("hello").signed());

        assertThat(result.error()).isEmpty();
        assertThat(result.status()).isEqualTo(TransactionStatus.SEALED);
        assertThat(result.events())
                .extracting(Event::type)
                .containsExactly(
                        "A.0ae53cb6e3f42a79.FlowToken.Said", "A.0ae53cb6e3f42a79.FlowToken.Heard");
        assertThat(result.events()).extracting(Event::eventIndex).containsExactly(0, 1);
        assertThat(test.sequenceNumber(test.account)).isEqualTo(1);
    }

    @Test
    void theSameOneTwiceIsDoneOnce() throws Refusal {
        Transaction transaction = test.say("hello").signed();
        Identifier first = test.chain.submit(transaction);
        long height = test.chain.latestFinalized().height();

        assertThat(test.chain.submit(transaction)).isEqualTo(first);
        assertThat(test.chain.latestFinalized().height()).isEqualTo(height);
    }

    @Test
    void tooManyBytes() {
        assertThat(refused(test.say("x".repeat(1_500_000)).signed()))
                .matches(
                        "(?s)invalid transaction: transaction byte size \\(\\d+\\) exceeds the"
                                + " maximum byte size allowed for a transaction \\(1500000\\)");
    }

    @Test
    void missingFields() {
        TestChain.Request request = test.say("hello");
        request.script = "";
        request.reference = new byte[32];

        assertThat(refused(request.signed()))
                .endsWith("transaction is missing required fields: [script referenceBlockID]");
    }

    @Test
    void computeLimitOutOfRange() {
        for (long limit : new long[] {0, 10_000}) {
            TestChain.Request request = test.say("hello");
            request.limit = limit;
            assertThat(refused(request.signed()))
                    .endsWith(
                            "transaction gas limit ("
                                    + limit
                                    + ") is not in the acceptable range (min: 1, max: 9999)");
        }
    }

    @Test
    void unknownReferenceBlock() {
        TestChain.Request request = test.say("hello");
        request.reference = Identifier.hashOf(new byte[1]).bytes();

        assertThat(refused(request.signed())).endsWith("unknown reference block");
    }

    @Test
    void expiredAfterSixHundredBlocks() throws Refusal {
        Transaction last = test.say("in time").signed();
        TestChain.Request late = test.say("late");
        for (int i = 1; i <= 600; i++) {
            test.chain.appendBlock(test.chain.latestFinalized().view() + 1);
        }
        assertThat(sent(last).error()).isEmpty();
        late.sequence = 1;
        assertThat(refused(late.signed()))
                .endsWith("transaction is expired: ref_height=0 final_height=601");
    }

    @Test
    void anUnknownScriptIsRefusedInTheRehearsalsOwnWords() {
        TestChain.Request request = test.say("hello");
        request.script = "transaction { execute { log(1) } }";

        assertThat(refused(request.signed())).contains("this network is a rehearsal");
    }

    @Test
    void addressesOfOtherNetworks() {
        TestChain.Request request =
                test.say("hello").by(FlowAddress.of("8624b52f9ddcd04a"), test.key);

        assertThat(refused(request.signed())).endsWith("invalid address: 8624b52f9ddcd04a");
    }

    @Test
    void signaturesThatAreNone() {
        TestChain.Request request = test.say("hello");

        assertThat(
                        refused(
                                request.build(
                                        List.of(
                                                new Transaction.Signature(
                                                        test.account, 0, new byte[63])))))
                .contains("has an invalid format");
        assertThat(refused(request.build(List.of())))
                .endsWith(
                        "payer envelope signature is missing: missing signature is from account "
                                + test.account.hex());
        Transaction.Signature one = new Transaction.Signature(test.account, 0, new byte[64]);
        assertThat(refused(request.build(List.of(one, one))))
                .endsWith(
                        "duplicated signature for key (address: "
                                + test.account.hex()
                                + ", index: 0)");
        assertThat(
                        refused(
                                request.build(
                                        List.of(
                                                one,
                                                new Transaction.Signature(
                                                        test.poor, 0, new byte[64])))))
                .endsWith("unrelated account signature from address: " + test.poor.hex());
        request.authorizers = List.of(test.account, test.poor);
        assertThat(refused(request.signed()))
                .contains("authorizer signature on either payload or envelope is missing");
    }

    @Test
    void wrongSequenceNumber() throws Refusal {
        TestChain.Request request = test.say("hello");
        request.sequence = 5;
        TransactionResult result = sent(request.signed());

        assertThat(result.error())
                .isEqualTo(
                        "[Error Code: 1007] error caused by: 1 error occurred:\n"
                                + "\t* checking sequence number failed: [Error Code: 1007] invalid"
                                + " proposal key: public key 0 on account "
                                + test.account.hex()
                                + " has sequence number 0, but given 5\n\n");
        assertThat(test.sequenceNumber(test.account)).isZero();
    }

    @Test
    void signedByAnotherKey() throws Refusal {
        TestChain.Request request = test.say("hello");
        request.with = TestChain.key(9);
        TransactionResult result = sent(request.signed());

        assertThat(result.error())
                .isEqualTo(
                        ("[Error Code: 1009] error caused by: 1 error occurred:\n"
                             + "\t* transaction verification failed: [Error Code: 1006] invalid"
                             + " proposal key: public key 0 on account X does not have a valid"
                             + " signature: [Error Code: 1009] invalid envelope key: public key 0"
                             + " on account X does not have a valid signature: signature is not"
                             + " valid\n\n")
                                .replace("X", test.account.hex()));
        assertThat(test.sequenceNumber(test.account)).isZero();
    }

    @Test
    void aKeyOrAnAccountThatIsNotThere() throws Refusal {
        TestChain.Request request = test.say("hello");
        request.keyIndex = 3;
        assertThat(sent(request.signed()).error())
                .startsWith("[Error Code: 1202]")
                .contains("account public key not found for address");

        TestChain.Request stranger = test.say("hello").by(Genesis.operatorAddress(40), test.key);
        assertThat(sent(stranger.signed()).error())
                .startsWith("[Error Code: 1201]")
                .contains("account not found for address");
    }

    @Test
    void tooMuchInEvents() throws Refusal {
        assertThat(sent(test.say("x".repeat(300_000)).signed()).error())
                .startsWith("[Error Code: 1105]")
                .contains("total event byte size")
                .contains("exceeds limit (256000)");
        assertThat(test.sequenceNumber(test.account)).isEqualTo(1);
    }

    @Test
    void aProgramThatFailsLeavesNothingButItsSequenceNumber() throws Refusal {
        TransactionResult result = sent(test.say("fail").signed());

        assertThat(result.error())
                .isEqualTo(
                        "[Error Code: 1101] error caused by: 1 error occurred:\n\t* transaction"
                                + " execute failed: [Error Code: 1101] cadence runtime error:"
                                + " Execution failed:\nerror: panic: told to\n\n");
        assertThat(result.events()).isEmpty();
        assertThat(test.sequenceNumber(test.account)).isEqualTo(1);
    }

    @Test
    void feesAreTakenAsOnMainnetAlsoFromFailures() throws Refusal {
        TestChain paying =
                new TestChain(ChainOptions.manual(7, () -> TestChain.NOW), FeeParameters.mainnet());
        long before = paying.balance(paying.account);
        TransactionResult result = sent(paying, paying.say("hello").signed());
        long fee = before - paying.balance(paying.account);

        assertThat(result.error()).isEmpty();
        // inclusion 0.0001, and 4000 for each whole of execution effort
        assertThat(fee).isEqualTo(UFix64.of("0.0001") + 4_000 * result.computationUsed());
        assertThat(result.events().getLast().type())
                .isEqualTo("A.e5a8b7f23e8b548f.FlowFees.FeesDeducted");
        long left = paying.balance(paying.account);
        TransactionResult failed = sent(paying, paying.say("fail").signed());
        assertThat(failed.error()).contains("told to");
        assertThat(paying.balance(paying.account)).isLessThan(left);
        assertThat(failed.events().getLast().type()).endsWith("FeesDeducted");
    }

    @Test
    void enoughForTheFeeButNotForTheMaximumFee() throws Refusal {
        TestChain paying =
                new TestChain(ChainOptions.manual(7, () -> TestChain.NOW), FeeParameters.mainnet());
        TransactionResult result =
                sent(paying, paying.say("hello").by(paying.poor, TestChain.key(2)).signed());

        assertThat(result.error())
                .startsWith("[Error Code: 1103]")
                .contains("storage limit check failed: [Error Code: 1103] The account with address")
                .contains("over its capacity (0 bytes)");
        assertThat(paying.balance(paying.poor)).isLessThan(UFix64.of("0.3"));
    }

    @Test
    void lessThanTheStorageReservation() throws Refusal {
        TestChain paying =
                new TestChain(ChainOptions.manual(7, () -> TestChain.NOW), FeeParameters.mainnet());
        TransactionResult result =
                sent(
                        paying,
                        paying.say("hello")
                                .by(Genesis.operatorAddress(2), TestChain.key(3))
                                .signed());

        assertThat(result.error())
                .startsWith("[Error Code: 1118]")
                .contains(
                        "has insufficient balance to attempt transaction execution (required"
                                + " balance: 0.00100000)");
    }
}
