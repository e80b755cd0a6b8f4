/** Brings Keycloak in line with this database. */
@NullMarked
package org.hifazat.identity.provisioning;

import org.jspecify.annotations.NullMarked;
