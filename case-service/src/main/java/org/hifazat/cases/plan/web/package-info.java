@NullMarked
package org.hifazat.cases.plan.web;

import org.jspecify.annotations.NullMarked;
