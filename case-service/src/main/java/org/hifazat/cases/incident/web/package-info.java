@NullMarked
package org.hifazat.cases.incident.web;

import org.jspecify.annotations.NullMarked;
