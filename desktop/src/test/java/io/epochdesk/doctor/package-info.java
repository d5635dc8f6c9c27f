/** The doctor, its checks one by one, and the judge: nodes with real faults on real chains. */
@NullMarked
package io.epochdesk.doctor;

import org.jspecify.annotations.NullMarked;
