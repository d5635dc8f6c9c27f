/**
 * The page My nodes: a row a node, what the doctor found of it, its balance over time; adding,
 * naming and removing nodes; and what needs the operator, for the Overview.
 */
@NullMarked
package io.epochdesk.fleet.view;

import org.jspecify.annotations.NullMarked;
