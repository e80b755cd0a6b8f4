@NullMarked
package org.hifazat.cases.caserequest.web;

import org.jspecify.annotations.NullMarked;
