/** The guide in the window: help beside the page, and what a word means when one rests on it. */
@NullMarked
package io.epochdesk.guide.view;

import org.jspecify.annotations.NullMarked;
