@NullMarked
package org.hifazat.cases.caseload.web;

import org.jspecify.annotations.NullMarked;
