package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * What moves a network: threads, time and the request budget, shared by all its parts.
 *
 * @param threads virtual ones; ended by closing the network
 */
record Engine(ExecutorService threads, Timekeeper time, Pacer pacer) {

    /**
     * Starts a task on a thread of its own.
     *
     * @throws FaultException with {@code CLOSED} once the network is closed
     */
    <T> Future<T> submit(Callable<T> task) {
        try {
            return threads.submit(task);
        } catch (RejectedExecutionException e) {
            throw new FaultException(Sessions.CLOSED, e);
        }
    }
}
