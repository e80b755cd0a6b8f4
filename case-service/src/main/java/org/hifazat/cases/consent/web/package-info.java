@NullMarked
package org.hifazat.cases.consent.web;

import org.jspecify.annotations.NullMarked;
