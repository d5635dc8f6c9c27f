package io.epochdesk.settings;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.SettingsFault;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the settings in one JSON file. Reading changes nothing on disk. Saving keeps fields that
 * this version does not know, replaces the file as a whole, and first gives a file that cannot be
 * read a second name, under which it stays, so that nothing typed by hand is ever lost.
 */
public final class SettingsStore {

    /** Name of the file in the folder. */
    public static final String NAME = "settings.json";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Path file;
    private final Clock clock;

    /**
     * A store for one folder, which need not exist yet.
     *
     * @param folder where {@code settings.json} is kept
     * @param clock names a file put aside
     */
    public SettingsStore(Path folder, Clock clock) {
        this.folder = folder;
        file = folder.resolve(NAME);
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param settings the file's settings, or the defaults when there is no file or it cannot be
     *     read
     * @param fault why the file cannot be read, or null
     */
    public record Loaded(Settings settings, @Nullable Fault fault) {}

    /** Reads the settings. A file that cannot be read stays where it is, and its fault is told. */
    public Loaded load() {
        try {
            ObjectNode tree = read();
            return new Loaded(tree == null ? Settings.defaults() : settings(tree), null);
        } catch (IOException | FaultException e) {
            return new Loaded(Settings.defaults(), fault(SettingsFault.Kind.UNREADABLE, e));
        }
    }

    /**
     * Saves the settings: all of them or, on any failure, nothing.
     *
     * @throws FaultException when the file cannot be written; the old one is still there then
     */
    public synchronized void save(Settings settings) {
        try {
            ObjectNode tree = Json.MAPPER.createObjectNode();
            if (load().fault() == null) {
                ObjectNode present = read();
                tree = present == null ? tree : present;
            } else {
                OwnerFile.keepAs(folder, file, aside());
            }
            ObjectNode fresh = Json.MAPPER.valueToTree(SettingsFile.of(settings));
            tree.setAll(fresh);
            OwnerFile.replace(folder, NAME, Json.MAPPER.writeValueAsBytes(tree));
        } catch (IOException e) {
            throw new FaultException(fault(SettingsFault.Kind.NOT_WRITABLE, e), e);
        }
    }

    private @Nullable ObjectNode read() throws IOException {
        try {
            byte[] content = Files.readAllBytes(file);
            JsonNode tree = Json.MAPPER.readTree(content);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new IOException("it is not a JSON object");
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static Settings settings(ObjectNode tree) throws IOException {
        int version = tree.path("version").asInt(0);
        if (version < 1 || version > SettingsFile.VERSION) {
            throw new IOException(
                    "it has version "
                            + tree.path("version").asText("none")
                            + ", this console knows "
                            + SettingsFile.VERSION);
        }
        return Json.MAPPER.treeToValue(tree, SettingsFile.class).toSettings();
    }

    private static void missingIsEmpty(MutableConfigOverride override) {
        override.setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL));
    }

    private String aside() {
        return NAME.replace(".json", ".unreadable-" + STAMP.format(clock.instant()) + ".json");
    }

    private Fault fault(SettingsFault.Kind kind, Exception cause) {
        Map<String, String> facts = new HashMap<>();
        if (cause instanceof FaultException told) {
            facts.putAll(told.fault().facts());
        } else {
            facts.put("reason", reason(cause));
        }
        facts.put("file", file.toString());
        return new SettingsFault(kind, facts, cause.toString());
    }

    private static String reason(Exception cause) {
        if (cause instanceof JsonProcessingException json) {
            var at = json.getLocation();
            return json.getOriginalMessage().lines().findFirst().orElse("not valid JSON")
                    + (at == null ? "" : " (line " + at.getLineNr() + ")");
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Made when a file is there to be read or written: without one a command starts faster. */
    private static final class Json {
        static final ObjectMapper MAPPER =
                JsonMapper.builder()
                        .withConfigOverride(String.class, SettingsStore::missingIsEmpty)
                        .withConfigOverride(List.class, SettingsStore::missingIsEmpty)
                        .withConfigOverride(Map.class, SettingsStore::missingIsEmpty)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build();
    }
}
