package io.epochdesk.cli;

import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.nio.file.Path;

/** Where commands get the vault from, and say what they did with it. */
final class VaultDesk {

    private final Surroundings surroundings;

    VaultDesk(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    VaultAccess access() {
        return surroundings.vault();
    }

    /** The vault, unlocked. */
    Vault unlock(@Nullable Path passwordFile) {
        if (!access().door().store().exists()) {
            throw VaultFault.of(
                    VaultFault.Kind.NO_VAULT, "", "file", access().door().store().place());
        }
        try (Password password = password(passwordFile, "vault.ask.password")) {
            return unlock(password);
        }
    }

    /** The vault, unlocked with a password that the caller wipes. */
    Vault unlock(Password password) {
        try (Progress.Wait _ = deriving()) {
            return access().door().unlock(password);
        }
    }

    /** The vault, unlocked, or a new one where there is none. */
    Vault unlockOrCreate(@Nullable Path passwordFile) {
        if (access().door().store().exists()) {
            return unlock(passwordFile);
        }
        say("vault.creating", "file", access().door().store().place());
        try (Password password = newPassword(passwordFile, "vault.ask.new")) {
            return created(password);
        }
    }

    private Vault created(Password password) {
        try (Progress.Wait _ = deriving()) {
            return access().door().create(password);
        }
    }

    /** A key made of a password is made slowly on purpose. */
    private Progress.Wait deriving() {
        return surroundings.progress().begin(() -> words().say("cli.wait.vault"));
    }

    /** A password that exists. */
    Password password(@Nullable Path file, String question) {
        return file == null
                ? new Password(access().prompt().ask(words().say(question)))
                : PasswordFile.read(file);
    }

    /** A new password, typed twice where it is typed. */
    Password newPassword(@Nullable Path file, String question) {
        Password first = password(file, question);
        if (file == null) {
            try (Password second = password(null, "vault.ask.again")) {
                if (!first.sameAs(second)) {
                    first.close();
                    throw VaultFault.of(VaultFault.Kind.PASSWORDS_DIFFER, "");
                }
            }
        }
        return first;
    }

    /** A sentence on the output. */
    void say(String key, Object... namesAndValues) {
        line(words().say(key, namesAndValues));
    }

    void line(String text) {
        PrintWriter out = surroundings.streams().out();
        out.println(text);
        out.flush();
    }

    Words words() {
        return surroundings.formats().words();
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
