/**
 * The whole platform as child processes of one launcher: up, down, status and what an operator asks
 * of it.
 */
@NullMarked
package org.hifazat.local;

import org.jspecify.annotations.NullMarked;
