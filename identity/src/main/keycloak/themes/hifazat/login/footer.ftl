<#macro content>
  <p class="hifazat-foot">${msg("hifazatHelpline")} <bdi dir="ltr">1121</bdi></p>
</#macro>
