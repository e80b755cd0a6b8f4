@NullMarked
package org.hifazat.cases.followup.web;

import org.jspecify.annotations.NullMarked;
