/** The catalogue of instruments over HTTP. */
@NullMarked
package org.hifazat.assessment.catalogue.web;

import org.jspecify.annotations.NullMarked;
