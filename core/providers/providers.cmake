# The providers. To add one: make its folder (see CONTRIBUTING.md) and add its name here. Nothing else.
set(SUPERCARGO_PROVIDERS
  woocommerce
  vendure
  taobao
  pinduoduo
  douyin
  jd
  youzan
  alipay
  wechatpay
  unionpay
  stripe
  paypal
  sf
  zto
  yto
  kdniao
  easypost
  aftership
  seventeentrack
  cainiao
  kuaidi100
  shopify
  medusa
  magento
)

# From the names above follow the sources, the embedded declarations and the generated registry.
set(provider_sources)
set(provider_resources)
set(provider_declarations)
set(provider_entries)
foreach(name IN LISTS SUPERCARGO_PROVIDERS)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/${name}/*.cpp" "${CMAKE_CURRENT_LIST_DIR}/${name}/*.h")
  list(APPEND provider_sources ${sources})
  # The goldens tell the running program what it knows of the provider's answers (core/sync/answershape.h).
  file(GLOB goldens CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_LIST_DIR}/${name}/golden/*.in.json"
       "${CMAKE_CURRENT_LIST_DIR}/${name}/golden/*.context.json" "${CMAKE_CURRENT_LIST_DIR}/${name}/golden/*.request.json")
  list(APPEND provider_resources "providers/${name}/provider.json" "providers/${name}/icon.svg" ${goldens})
  string(APPEND provider_declarations "namespace supercargo::${name} { ProviderFunctions functions(); }\n")
  string(APPEND provider_entries "    {\"${name}\", supercargo::${name}::functions},\n")
endforeach()
configure_file("${CMAKE_CURRENT_LIST_DIR}/registry_list.cpp.in" "${CMAKE_BINARY_DIR}/generated/registry_list.cpp" @ONLY)
list(APPEND provider_sources "${CMAKE_BINARY_DIR}/generated/registry_list.cpp")
