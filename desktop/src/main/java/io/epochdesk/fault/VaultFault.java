package io.epochdesk.fault;

import java.util.Map;

/**
 * The vault cannot do what was asked. Its facts name files, keys and networks, never a secret.
 *
 * @param kind what happened; decides the code and the sentence
 * @param facts the facts for the sentence, by placeholder name
 * @param detail what the machine said, for the log; may be empty, never a secret
 */
public record VaultFault(Kind kind, Map<String, String> facts, String detail) implements Fault {

    /** The kinds with their stable codes. */
    public enum Kind {
        /** There is no vault. Facts: file. */
        NO_VAULT("VLT-601"),
        /** There is a vault already. Facts: file. */
        ALREADY_THERE("VLT-602"),
        /** The file is no vault. Facts: file. */
        NOT_A_VAULT("VLT-603"),
        /** The file was written by a newer console. Facts: file, version. */
        NEWER_VERSION("VLT-604"),
        /** The file cannot be a vault as a console writes it. Facts: file, reason. */
        DAMAGED("VLT-605"),
        /** The password is wrong, or the file was altered: which, is not said. Facts: file. */
        NOT_OPENED("VLT-606"),
        /** Others than the owner may read or write the file. Facts: file, mode. */
        TOO_WIDE("VLT-607"),
        /** Another console is writing. Facts: file. */
        BUSY("VLT-608"),
        /** Another console has written since the vault was unlocked here. Facts: file. */
        CHANGED_ELSEWHERE("VLT-609"),
        /** The file cannot be read. Facts: file, reason. */
        CANNOT_READ("VLT-610"),
        /** The file cannot be written. Facts: file, reason. */
        CANNOT_WRITE("VLT-611"),
        /** The disk is full. Facts: file. */
        DISK_FULL("VLT-612"),
        /** The folder is not there any more. Facts: file. */
        FOLDER_GONE("VLT-613"),
        /** The vault is locked. Facts: none. */
        LOCKED("VLT-614"),
        /** The password is too short. Facts: least. */
        PASSWORD_TOO_SHORT("VLT-615"),
        /** The password holds half a character. Facts: none. */
        PASSWORD_UNUSABLE("VLT-616"),
        /** The vault has no such key. Facts: key. */
        NO_SUCH_KEY("VLT-617"),
        /** Another key has this name. Facts: name. */
        NAME_TAKEN("VLT-618"),
        /** The key belongs to another network. Facts: key, bound, wanted. */
        OTHER_NETWORK("VLT-619"),
        /** The vault holds this key already. Facts: key, network. */
        ALREADY_HELD("VLT-620"),
        /** Unlocking needs more memory than there is. Facts: needed. */
        NOT_ENOUGH_MEMORY("VLT-621"),
        /** A backup does not hold what the vault holds. Facts: file, reason. */
        DRILL_FAILED("VLT-622"),
        /** A name or an address cannot be used. Facts: reason. */
        UNUSABLE_TEXT("VLT-623"),
        /** The vault holds as many keys as it can. Facts: limit. */
        FULL("VLT-624"),
        /** The file of a password cannot be used. Facts: file, reason. */
        PASSWORD_FILE("VLT-625"),
        /** Nobody is there to be asked for a password. Facts: none. */
        NO_TERMINAL("VLT-626"),
        /** Two entries of a new password differ. Facts: none. */
        PASSWORDS_DIFFER("VLT-627"),
        /** The file was replaced, but the disk did not confirm that this lasts. Facts: file. */
        UNCERTAIN("VLT-628"),
        /** No key in the vault is noted for this key of an account. Facts: address, index. */
        NO_KEY_OF_ACCOUNT("VLT-629"),
        /** The password was changed, but the file before could not be replaced. Facts: file. */
        OLD_BACKUP("VLT-630"),
        /** A rehearsal is on: no real key comes in, and none goes out. Facts: none. */
        REHEARSING("VLT-631"),
        /** An account is none of the network its key would be bound to. Facts: address, network. */
        ADDRESS_ELSEWHERE("VLT-632");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    public VaultFault {
        facts = Map.copyOf(facts);
    }

    @Override
    public String code() {
        return kind.code();
    }

    /** A fault of this kind as an exception, with facts as name, value, name, value … */
    public static FaultException of(Kind kind, String detail, String... facts) {
        return new FaultException(new VaultFault(kind, Fault.facts(facts), detail));
    }
}
