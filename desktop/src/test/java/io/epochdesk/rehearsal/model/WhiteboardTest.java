package io.epochdesk.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhiteboardTest {

    @Test
    void boardsThatPartWaysDoNotSeeEachOther() {
        Whiteboard common = Whiteboard.empty();
        for (int i = 0; i < 40; i++) {
            common = common.with(message("common " + i));
        }
        Whiteboard dropped = common.with(message("dropped"));
        Whiteboard kept = common.with(message("kept"));
        Whiteboard later = kept.with(message("later"));
        assertThat(common.messages()).hasSize(40);
        assertThat(dropped.messages().getLast()).isEqualTo(message("dropped"));
        assertThat(kept.messages().getLast()).isEqualTo(message("kept"));
        assertThat(later.messages().subList(0, 40)).isEqualTo(common.messages());
        assertThat(later.messages().subList(40, 42))
                .containsExactly(message("kept"), message("later"));
    }

    private static WhiteboardMessage message(String content) {
        return new WhiteboardMessage("a", content);
    }
}
