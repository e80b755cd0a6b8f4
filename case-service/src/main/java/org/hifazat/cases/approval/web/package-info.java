@NullMarked
package org.hifazat.cases.approval.web;

import org.jspecify.annotations.NullMarked;
