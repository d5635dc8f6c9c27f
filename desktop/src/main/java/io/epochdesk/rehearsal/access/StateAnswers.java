package io.epochdesk.rehearsal.access;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.chain.AccountRecord;
import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Refusal;

import org.onflow.protobuf.access.Access;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers about accounts, and runs scripts. */
final class StateAnswers {

    private final Chain chain;
    private final Heights heights;

    StateAnswers(Chain chain) {
        this.chain = chain;
        this.heights = new Heights(chain);
    }

    long latest() {
        return chain.latestSealed().height();
    }

    AccountRecord account(ByteString address, long height) throws Refusal {
        FlowAddress wanted = Requests.address(address);
        return chain.account(wanted, heights.executed(height));
    }

    Access.AccountResponse whole(AccountRecord account) {
        return Access.AccountResponse.newBuilder()
                .setAccount(Messages.account(account))
                .setMetadata(heights.metadata())
                .build();
    }

    Access.AccountBalanceResponse balance(AccountRecord account) {
        return Access.AccountBalanceResponse.newBuilder()
                .setBalance(account.balance())
                .setMetadata(heights.metadata())
                .build();
    }

    Access.AccountKeysResponse keys(AccountRecord account) {
        return Access.AccountKeysResponse.newBuilder()
                .addAllAccountKeys(account.keys().stream().map(Messages::key).toList())
                .setMetadata(heights.metadata())
                .build();
    }

    Access.AccountKeyResponse key(AccountRecord account, int index) {
        AccountRecord.Key key =
                account.keys().stream()
                        .filter(each -> each.index() == index)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Statuses.notFound(
                                                "failed to get account key with index "
                                                        + Integer.toUnsignedString(index)
                                                        + " for account "
                                                        + account.address().hex()));
        return Access.AccountKeyResponse.newBuilder()
                .setAccountKey(Messages.key(key))
                .setMetadata(heights.metadata())
                .build();
    }

    Access.ExecuteScriptResponse script(ByteString script, List<ByteString> arguments, long height)
            throws Refusal {
        byte[] value =
                CadenceEncoder.encode(
                        chain.script(
                                text(script),
                                arguments.stream().map(ByteString::toByteArray).toList(),
                                heights.executed(height)));
        return Access.ExecuteScriptResponse.newBuilder()
                .setValue(ByteString.copyFrom(value))
                .setMetadata(heights.metadata())
                .build();
    }

    private static String text(ByteString script) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(script.asReadOnlyByteBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            throw Statuses.invalid("failed to execute script: the script is not UTF-8");
        }
    }
}
