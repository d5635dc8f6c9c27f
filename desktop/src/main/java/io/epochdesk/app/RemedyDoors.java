package io.epochdesk.app;

import io.epochdesk.doctor.Remedy;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.fleet.view.FlowPort;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.view.FlowStart;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The doors to where remedies are carried out: guided flows, other pages, or at once.
 *
 * @param flows begins a guided flow
 * @param keys opens the page of keys
 * @param accounts asks for a node's account
 * @param again examines again
 */
record RemedyDoors(Consumer<FlowStart> flows, Runnable keys, Runnable accounts, Runnable again)
        implements FlowPort {

    @Override
    public boolean can(Remedy remedy) {
        return door(remedy, "").isPresent();
    }

    @Override
    public void openFlow(Remedy remedy, FleetNode node) {
        door(remedy, node.nodeId())
                .orElseThrow(() -> new IllegalArgumentException("no door for " + remedy))
                .run();
    }

    private Optional<Runnable> door(Remedy remedy, String nodeId) {
        return switch (remedy) {
            case Remedy.UnlockVault _, Remedy.ShowKey _, Remedy.ExportKey _ -> Optional.of(keys);
            case Remedy.TellAccount _ -> Optional.of(accounts);
            case Remedy.LookAgain _ -> Optional.of(again);
            case Remedy.TopUp it ->
                    flow(
                            FlowKind.FUND,
                            Map.of(
                                    Field.RECIPIENT,
                                    it.account().toString(),
                                    Field.AMOUNT,
                                    it.amount().toPlainString()));
            case Remedy.RotateKey it ->
                    flow(
                            FlowKind.ROTATE_KEY,
                            Map.of(
                                    Field.NODE_ID,
                                    nodeId,
                                    Field.ACCOUNT,
                                    it.account().toString(),
                                    Field.OLD_KEY_INDEX,
                                    String.valueOf(it.keyIndex())));
            case Remedy.Register it ->
                    flow(FlowKind.REGISTER_NODE, Map.of(Field.NODE_ID, it.nodeId()));
            case Remedy.CreateMachineAccount it ->
                    flow(FlowKind.CREATE_MACHINE_ACCOUNT, Map.of(Field.NODE_ID, it.nodeId()));
            case Remedy.AskForApproval _,
                    Remedy.CorrectFile _,
                    Remedy.DeleteCapabilities _,
                    Remedy.FindResource _,
                    Remedy.MoveStake _,
                    Remedy.NarrowFile _,
                    Remedy.ReplaceNode _,
                    Remedy.RevokeKeys _,
                    Remedy.Separate _,
                    Remedy.StakeMore _ ->
                    Optional.empty();
        };
    }

    private Optional<Runnable> flow(FlowKind kind, Map<Field, String> values) {
        return Optional.of(() -> flows.accept(new FlowStart(kind, values)));
    }
}
