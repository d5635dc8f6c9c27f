package io.epochdesk.network.access;

import java.util.concurrent.ExecutorService;

/**
 * What moves a network: threads, time and the request budget, shared by all its parts.
 *
 * @param threads virtual ones; ended by closing the network
 */
record Engine(ExecutorService threads, Timekeeper time, Pacer pacer) {}
