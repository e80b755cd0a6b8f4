/** People of an agency that has no system of its own: they sign in to the partner portal. */
@NullMarked
package org.hifazat.identity.agency.person;

import org.jspecify.annotations.NullMarked;
