/** Figures over HTTP. */
@NullMarked
package org.hifazat.monitoring.figures.web;

import org.jspecify.annotations.NullMarked;
